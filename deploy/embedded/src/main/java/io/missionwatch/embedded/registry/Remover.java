package io.missionwatch.embedded.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Deletes versions and subjects: first softly, so that old records stay readable, and only then for good. */
final class Remover {
    private final Ledger ledger;

    Remover(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Deletes a subject; returns the versions that went. */
    List<Integer> deleteSubject(String subject, boolean permanently) {
        requireWritable(subject);
        var all = ledger.subjects().versions(subject);
        if (all.isEmpty()) {
            throw RegistryError.subjectNotFound(subject);
        }
        return permanently
                ? eraseSubject(subject, all)
                : deleteSubject(subject, ledger.subjects().live(subject));
    }

    private List<Integer> deleteSubject(String subject, List<StoredSchema> live) {
        if (live.isEmpty()) {
            throw new RegistryError(
                    40404, "Subject '" + subject + "' was soft deleted.Set permanent=true to delete permanently");
        }
        live.forEach(this::requireUnused);
        var last = live.get(live.size() - 1).version();
        ledger.write(
                new LogEntry.SubjectDeleted(subject, Optional.of(last)),
                new LogEntry.ModeSet(subject, Optional.empty()),
                new LogEntry.LevelSet(subject, Optional.empty()));
        return live.stream().map(StoredSchema::version).toList();
    }

    private List<Integer> eraseSubject(String subject, List<StoredSchema> all) {
        if (all.stream().anyMatch(schema -> !schema.deleted())) {
            throw new RegistryError(
                    40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
        }
        var entries = new ArrayList<LogEntry>();
        all.forEach(schema -> entries.add(new LogEntry.SchemaErased(subject, schema.version())));
        entries.add(new LogEntry.SubjectDeleted(subject, Optional.empty()));
        ledger.write(entries);
        return all.stream().map(StoredSchema::version).toList();
    }

    /** Deletes one version; returns its number. */
    int deleteVersion(String subject, VersionId version, boolean permanently) {
        requireWritable(subject);
        var subjects = ledger.subjects();
        var candidates = version.isLatest() ? subjects.live(subject) : subjects.versions(subject);
        if (candidates.isEmpty()) {
            throw RegistryError.subjectNotFound(subject);
        }
        var schema = version.among(candidates)
                .orElseThrow(
                        () -> RegistryError.versionNotFound(version.number().orElse(-1)));
        ledger.write(permanently ? erasure(schema) : deletion(schema));
        return schema.version();
    }

    private LogEntry deletion(StoredSchema schema) {
        if (schema.deleted()) {
            throw new RegistryError(
                    40406,
                    "Subject '" + schema.subject() + "' Version " + schema.version()
                            + " was soft deleted.Set permanent=true to delete permanently");
        }
        requireUnused(schema);
        return new LogEntry.SchemaStored(schema.asDeleted());
    }

    private static LogEntry erasure(StoredSchema schema) {
        if (!schema.deleted()) {
            throw new RegistryError(
                    40407,
                    "Subject '" + schema.subject() + "' Version " + schema.version()
                            + " was not deleted first before being permanently deleted");
        }
        return new LogEntry.SchemaErased(schema.subject(), schema.version());
    }

    private void requireWritable(String subject) {
        if (ledger.subjects().effectiveMode(subject) == Mode.READONLY) {
            throw new RegistryError(42205, "Subject " + subject + " is in read-only mode");
        }
    }

    private void requireUnused(StoredSchema schema) {
        if (!ledger.subjects().referringTo(schema.subject(), schema.version()).isEmpty()) {
            throw new RegistryError(
                    42206,
                    "One or more references exist to the schema {subject=" + schema.subject() + ",version="
                            + schema.version() + "}.");
        }
    }
}
