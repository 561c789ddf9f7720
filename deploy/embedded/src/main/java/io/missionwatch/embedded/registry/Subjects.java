package io.missionwatch.embedded.registry;

import io.missionwatch.registry.CompatibilityLevel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that the registry knows: the sum of its log. */
final class Subjects {
    private final Map<String, NavigableMap<Integer, StoredSchema>> subjects = new TreeMap<>();
    private final Map<Integer, StoredSchema> byId = new HashMap<>();
    private final Map<StoredSchema.Content, Integer> ids = new HashMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private final Map<String, Mode> modes = new HashMap<>();
    private int highestId;

    void store(StoredSchema schema) {
        subjects.computeIfAbsent(schema.subject(), name -> new TreeMap<>()).put(schema.version(), schema);
        byId.put(schema.id(), schema);
        ids.put(schema.content(), schema.id());
        highestId = Math.max(highestId, schema.id());
    }

    void erase(String subject, int version) {
        var versions = subjects.getOrDefault(subject, new TreeMap<>());
        var erased = versions.remove(version);
        if (versions.isEmpty()) {
            subjects.remove(subject);
        }
        if (erased != null && withId(erased.id()).isEmpty()) {
            byId.remove(erased.id());
            ids.remove(erased.content());
        }
    }

    void delete(String subject, int upToVersion) {
        subjects.getOrDefault(subject, new TreeMap<>())
                .headMap(upToVersion, true)
                .replaceAll((version, schema) -> schema.asDeleted());
    }

    void setLevel(String subject, Optional<CompatibilityLevel> level) {
        level.ifPresentOrElse(value -> levels.put(subject, value), () -> levels.remove(subject));
    }

    void setMode(String subject, Optional<Mode> mode) {
        mode.ifPresentOrElse(value -> modes.put(subject, value), () -> modes.remove(subject));
    }

    /** The names of all subjects, in order. */
    List<String> names() {
        return List.copyOf(subjects.keySet());
    }

    /** Every version of a subject, also those deleted softly, in rising order. */
    List<StoredSchema> versions(String subject) {
        return List.copyOf(subjects.getOrDefault(subject, new TreeMap<>()).values());
    }

    /** The versions of a subject that are not deleted, in rising order. */
    List<StoredSchema> live(String subject) {
        return versions(subject).stream().filter(schema -> !schema.deleted()).toList();
    }

    Optional<StoredSchema> byId(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Where a schema is used, in order of subjects and versions. */
    List<StoredSchema> withId(int id) {
        return all().filter(schema -> schema.id() == id).toList();
    }

    /** The live schemas that take a type from a given version. */
    List<StoredSchema> referringTo(String subject, int version) {
        return all().filter(schema -> !schema.deleted())
                .filter(schema -> schema.content().references().stream()
                        .anyMatch(reference -> reference.subject().equals(subject) && reference.version() == version))
                .toList();
    }

    private Stream<StoredSchema> all() {
        return subjects.values().stream().map(Map::values).flatMap(Collection::stream);
    }

    /** The id that a content has, or the one that it is to get. */
    int idFor(StoredSchema.Content content) {
        return ids.getOrDefault(content, highestId + 1);
    }

    Optional<CompatibilityLevel> level(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    /** The level that holds for a subject: its own, the global one, or the contract's default. */
    CompatibilityLevel effectiveLevel(String subject) {
        return level(subject).or(() -> level(LogEntry.GLOBAL)).orElse(CompatibilityLevel.BACKWARD);
    }

    Optional<Mode> mode(String subject) {
        return Optional.ofNullable(modes.get(subject));
    }

    /** The mode that holds for a subject: its own, the global one, or reading and writing. */
    Mode effectiveMode(String subject) {
        return mode(subject).or(() -> mode(LogEntry.GLOBAL)).orElse(Mode.READWRITE);
    }
}
