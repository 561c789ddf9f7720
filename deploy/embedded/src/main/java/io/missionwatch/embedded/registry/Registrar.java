package io.missionwatch.embedded.registry;

import io.missionwatch.registry.CompatibilityCheck;
import java.util.List;
import java.util.Optional;

/** Takes in new versions and finds those that are there. */
final class Registrar {
    private static final int INCOMPATIBLE = 409;
    private static final int NOT_PERMITTED = 42205;

    private final Ledger ledger;
    private final SchemaReader reader = new SchemaReader(this::referred);

    Registrar(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The id of a schema under a subject, as a new version if need be. */
    int register(String subject, SchemaRequest request) {
        var mode = ledger.subjects().effectiveMode(subject);
        requireWritable(subject, request, mode);
        var content = reader.canonical(request);
        var known = find(content, ledger.subjects().live(subject));
        if (known.isPresent()) {
            return known.get().id();
        }
        if (mode != Mode.IMPORT) {
            requireCompatible(subject, content);
        }
        var schema = newVersion(subject, content, request);
        ledger.write(new LogEntry.SchemaStored(schema));
        return schema.id();
    }

    private static void requireWritable(String subject, SchemaRequest request, Mode mode) {
        if (mode == Mode.READONLY) {
            throw new RegistryError(NOT_PERMITTED, "Subject " + subject + " is in read-only mode");
        }
        if (mode != Mode.IMPORT
                && (request.id().isPresent() || request.version().isPresent())) {
            throw new RegistryError(NOT_PERMITTED, "Subject " + subject + " is not in import mode");
        }
    }

    private void requireCompatible(String subject, StoredSchema.Content content) {
        var faults = incompatibilities(subject, content, ledger.subjects().live(subject));
        if (!faults.isEmpty()) {
            throw new RegistryError(
                    INCOMPATIBLE,
                    "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                            + "\", details: " + faults);
        }
    }

    private StoredSchema newVersion(String subject, StoredSchema.Content content, SchemaRequest request) {
        var subjects = ledger.subjects();
        var all = subjects.versions(subject);
        var next = all.isEmpty() ? 1 : all.get(all.size() - 1).version() + 1;
        var id = request.id().orElseGet(() -> subjects.idFor(content));
        subjects.byId(id).filter(other -> !other.content().equals(content)).ifPresent(other -> {
            throw new RegistryError(NOT_PERMITTED, "Overwrite new schema with id " + id + " is not permitted.");
        });
        return new StoredSchema(subject, request.version().orElse(next), id, content, false);
    }

    /** The version of a subject that a schema is. */
    StoredSchema lookUp(String subject, SchemaRequest request, boolean withDeleted) {
        var subjects = ledger.subjects();
        var versions = withDeleted ? subjects.versions(subject) : subjects.live(subject);
        if (versions.isEmpty()) {
            throw RegistryError.subjectNotFound(subject);
        }
        return find(reader.canonical(request), versions).orElseThrow(RegistryError::schemaNotFound);
    }

    /** What stands in the way of a schema, against one version whatever the level's reach. */
    List<String> faultsAgainst(String subject, SchemaRequest request, VersionId version) {
        var content = reader.canonical(request);
        var compared = version.among(ledger.subjects().live(subject));
        if (compared.isEmpty() && !version.isLatest()) {
            throw ledger.subjects().live(subject).isEmpty()
                    ? RegistryError.subjectNotFound(subject)
                    : RegistryError.versionNotFound(version.number().orElseThrow());
        }
        return incompatibilities(subject, content, compared.stream().toList());
    }

    /** What stands in the way of a schema, against the versions that the subject's level names. */
    List<String> faultsAgainstAll(String subject, SchemaRequest request) {
        return incompatibilities(
                subject, reader.canonical(request), ledger.subjects().live(subject));
    }

    private List<String> incompatibilities(String subject, StoredSchema.Content content, List<StoredSchema> earlier) {
        return CompatibilityCheck.faults(
                ledger.subjects().effectiveLevel(subject),
                reader.parse(content),
                earlier.stream().map(StoredSchema::content).map(reader::parse).toList());
    }

    private static Optional<StoredSchema> find(StoredSchema.Content content, List<StoredSchema> versions) {
        return versions.stream()
                .filter(schema -> schema.content().equals(content))
                .reduce((earlier, later) -> later);
    }

    private StoredSchema.Content referred(SchemaReference reference) {
        return new VersionId(Optional.of(reference.version()))
                .among(ledger.subjects().versions(reference.subject()))
                .map(StoredSchema::content)
                .orElseThrow(() -> RegistryError.invalidSchema("no schema reference found for subject \""
                        + reference.subject() + "\" and version " + reference.version()));
    }
}
