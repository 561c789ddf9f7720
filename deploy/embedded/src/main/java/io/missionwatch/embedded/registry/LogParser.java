package io.missionwatch.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.registry.CompatibilityLevel;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads the records of the registry's log. */
final class LogParser {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LogParser() {}

    /** What a record says; empty for kinds that say nothing to this registry, such as NOOP. */
    static Optional<LogEntry> parse(String key, Optional<String> value) {
        try {
            var keyJson = JSON.readTree(key);
            return entry(keyJson, value.isEmpty() ? Optional.empty() : Optional.of(JSON.readTree(value.get())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schemas topic holds a record that is not JSON: key " + key, e);
        }
    }

    private static Optional<LogEntry> entry(JsonNode key, Optional<JsonNode> value) {
        var subject = key.path("subject").asText(LogEntry.GLOBAL);
        return switch (key.path("keytype").asText()) {
            case "SCHEMA" -> Optional.of(version(subject, key.path("version").asInt(), value));
            case "DELETE_SUBJECT" ->
                Optional.of(new LogEntry.SubjectDeleted(
                        subject, value.map(json -> json.path("version").asInt())));
            case "CONFIG" ->
                Optional.of(new LogEntry.LevelSet(
                        subject,
                        value.map(json -> CompatibilityLevel.valueOf(
                                json.path("compatibilityLevel").asText()))));
            case "MODE" ->
                Optional.of(new LogEntry.ModeSet(
                        subject,
                        value.map(json -> Mode.valueOf(json.path("mode").asText()))));
            default -> Optional.empty();
        };
    }

    private static LogEntry version(String subject, int version, Optional<JsonNode> value) {
        return value.<LogEntry>map(json -> new LogEntry.SchemaStored(new StoredSchema(
                        subject,
                        version,
                        json.path("id").asInt(),
                        content(json),
                        json.path("deleted").asBoolean())))
                .orElseGet(() -> new LogEntry.SchemaErased(subject, version));
    }

    static StoredSchema.Content content(JsonNode json) {
        var references = StreamSupport.stream(json.path("references").spliterator(), false)
                .map(SchemaReference::from)
                .toList();
        return new StoredSchema.Content(json.path("schema").asText(), references);
    }
}
