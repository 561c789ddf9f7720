package io.missionwatch.embedded.registry;

import java.util.List;

/** What the registry knows, kept in step with its log: an entry counts once the log has it. */
final class Ledger {
    private final SchemasTopic log;
    private Subjects subjects;
    private boolean stale;

    Ledger(SchemasTopic log) {
        this.log = log;
        this.subjects = log.replay();
    }

    Subjects subjects() {
        if (stale) {
            subjects = log.replay();
            stale = false;
        }
        return subjects;
    }

    void write(LogEntry... entries) {
        write(List.of(entries));
    }

    // After a write of unknown outcome only the log itself can tell what holds.
    void write(List<LogEntry> entries) {
        stale = true;
        log.append(entries);
        stale = false;
        entries.forEach(entry -> entry.applyTo(subjects));
    }
}
