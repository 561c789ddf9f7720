package io.missionwatch.embedded.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.missionwatch.registry.CompatibilityLevel;
import java.util.Optional;

/** One record of the registry's log, in the JSON layout that Confluent's registry writes and reads. */
sealed interface LogEntry {
    /** The subject of entries that are about all subjects. */
    String GLOBAL = "";

    /** The record's key: compaction keeps the newest entry of each. */
    ObjectNode key();

    /** The record's value; empty for a tombstone. */
    Optional<ObjectNode> value();

    /** Makes the entry true. */
    void applyTo(Subjects subjects);

    private static ObjectNode key(String type, int magic) {
        return JsonNodeFactory.instance.objectNode().put("keytype", type).put("magic", magic);
    }

    private static ObjectNode key(String type, String subject) {
        return key(type, 0).put("subject", subject.equals(GLOBAL) ? null : subject);
    }

    private static ObjectNode versionKey(String subject, int version) {
        return key("SCHEMA", 1).put("subject", subject).put("version", version);
    }

    /** A version was registered, or deleted softly. */
    record SchemaStored(StoredSchema schema) implements LogEntry {
        @Override
        public ObjectNode key() {
            return versionKey(schema.subject(), schema.version());
        }

        @Override
        public Optional<ObjectNode> value() {
            return Optional.of(schema.toJson().put("deleted", schema.deleted()));
        }

        @Override
        public void applyTo(Subjects subjects) {
            subjects.store(schema);
        }
    }

    /** A version was deleted for good. */
    record SchemaErased(String subject, int version) implements LogEntry {
        @Override
        public ObjectNode key() {
            return versionKey(subject, version);
        }

        @Override
        public Optional<ObjectNode> value() {
            return Optional.empty();
        }

        @Override
        public void applyTo(Subjects subjects) {
            subjects.erase(subject, version);
        }
    }

    /** A subject was deleted softly, up to a version; empty once that is of no more use. */
    record SubjectDeleted(String subject, Optional<Integer> version) implements LogEntry {
        @Override
        public ObjectNode key() {
            return LogEntry.key("DELETE_SUBJECT", subject);
        }

        @Override
        public Optional<ObjectNode> value() {
            return version.map(last -> JsonNodeFactory.instance
                    .objectNode()
                    .put("subject", subject)
                    .put("version", last));
        }

        @Override
        public void applyTo(Subjects subjects) {
            version.ifPresent(last -> subjects.delete(subject, last));
        }
    }

    /** A compatibility level was set, or taken back. */
    record LevelSet(String subject, Optional<CompatibilityLevel> level) implements LogEntry {
        @Override
        public ObjectNode key() {
            return LogEntry.key("CONFIG", subject);
        }

        @Override
        public Optional<ObjectNode> value() {
            return level.map(name -> JsonNodeFactory.instance.objectNode().put("compatibilityLevel", name.name()));
        }

        @Override
        public void applyTo(Subjects subjects) {
            subjects.setLevel(subject, level);
        }
    }

    /** A mode was set, or taken back. */
    record ModeSet(String subject, Optional<Mode> mode) implements LogEntry {
        @Override
        public ObjectNode key() {
            return LogEntry.key("MODE", subject);
        }

        @Override
        public Optional<ObjectNode> value() {
            return mode.map(name -> JsonNodeFactory.instance.objectNode().put("mode", name.name()));
        }

        @Override
        public void applyTo(Subjects subjects) {
            subjects.setMode(subject, mode);
        }
    }
}
