package io.missionwatch.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/** A registry that lives in this process only: for a backtest without a broker, and for tests. */
public final class LocalRegistryClient implements RegistryClient {
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Schema>> subjects = new TreeMap<>();
    private final Map<String, CompatibilityLevel> levels = new TreeMap<>();
    private CompatibilityLevel globalLevel = CompatibilityLevel.BACKWARD;

    @Override
    public synchronized int register(String subject, Schema schema) {
        var versions = subjects.getOrDefault(subject, List.of());
        if (!versions.contains(schema)) {
            var faults = incompatibilities(subject, schema);
            if (!faults.isEmpty()) {
                throw new IncompatibleSchemaException(subject + ": " + String.join("; ", faults));
            }
            subjects.computeIfAbsent(subject, s -> new ArrayList<>()).add(schema);
        }
        return idOf(schema);
    }

    private int idOf(Schema schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    @Override
    public synchronized RegisteredSchema lookUp(String subject, Schema schema) {
        var index = known(subject).indexOf(schema);
        if (index < 0) {
            throw new SchemaNotFoundException("no such schema under subject " + subject);
        }
        return version(subject, index + 1);
    }

    @Override
    public synchronized Schema byId(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new SchemaNotFoundException("no schema with id " + id);
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized RegisteredSchema latest(String subject) {
        return version(subject, known(subject).size());
    }

    @Override
    public synchronized RegisteredSchema version(String subject, int version) {
        var versions = known(subject);
        if (version < 1 || version > versions.size()) {
            throw new SchemaNotFoundException("subject " + subject + " has no version " + version);
        }
        var schema = versions.get(version - 1);
        return new RegisteredSchema(subject, version, idOf(schema), schema);
    }

    @Override
    public synchronized List<Integer> versions(String subject) {
        return IntStream.rangeClosed(1, known(subject).size()).boxed().toList();
    }

    @Override
    public synchronized List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    @Override
    public synchronized List<String> incompatibilities(String subject, Schema schema) {
        var level = compatibility(subject).orElse(globalLevel);
        return CompatibilityCheck.faults(level, schema, subjects.getOrDefault(subject, List.of()));
    }

    @Override
    public synchronized Optional<CompatibilityLevel> compatibility(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    @Override
    public synchronized void setCompatibility(String subject, CompatibilityLevel level) {
        levels.put(subject, level);
    }

    @Override
    public synchronized CompatibilityLevel globalCompatibility() {
        return globalLevel;
    }

    @Override
    public synchronized void setGlobalCompatibility(CompatibilityLevel level) {
        globalLevel = level;
    }

    @Override
    public void close() {
        // Holds nothing but memory.
    }

    private List<Schema> known(String subject) {
        var versions = subjects.get(subject);
        if (versions == null) {
            throw new SchemaNotFoundException("no subject " + subject);
        }
        return versions;
    }
}
