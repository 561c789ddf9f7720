package io.missionwatch.serde;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/**
 * How records are written and read, under the names that Confluent's serdes use.
 *
 * @param autoRegister whether a writer registers a schema that the registry lacks, or fails
 * @param useLatest whether a writer writes with the subject's newest version instead of the record's own schema
 * @param specific whether a reader makes instances of generated classes, or generic records
 * @param confirmUnknown how long the registry must deny a schema id before a record is given up
 */
public record SerdeSettings(
        boolean autoRegister,
        boolean useLatest,
        boolean specific,
        SubjectNames keySubjects,
        SubjectNames valueSubjects,
        Duration confirmUnknown) {
    public static final String AUTO_REGISTER = "auto.register.schemas";
    public static final String USE_LATEST = "use.latest.version";
    public static final String SPECIFIC = "specific.avro.reader";
    public static final String KEY_SUBJECTS = "key.subject.name.strategy";
    public static final String VALUE_SUBJECTS = "value.subject.name.strategy";
    public static final String CONFIRM_UNKNOWN = "missionwatch.unknown.schema.confirm.ms";

    public SerdeSettings {
        if (confirmUnknown.isNegative()) {
            throw new ConfigException(CONFIRM_UNKNOWN, confirmUnknown.toMillis(), "must not be negative");
        }
    }

    /**
     * Reads the serde's settings out of a client configuration; other settings are left alone.
     *
     * @throws ConfigException with the name of the setting that is wrong
     */
    public static SerdeSettings from(Map<String, ?> configs) {
        return new SerdeSettings(
                flag(configs, AUTO_REGISTER, true),
                flag(configs, USE_LATEST, false),
                flag(configs, SPECIFIC, false),
                subjects(configs, KEY_SUBJECTS),
                subjects(configs, VALUE_SUBJECTS),
                confirmUnknown(configs));
    }

    private static boolean flag(Map<String, ?> configs, String name, boolean otherwise) {
        var value = configs.get(name);
        if (value == null) {
            return otherwise;
        }
        return switch (value.toString().strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ConfigException(name, value, "must be true or false");
        };
    }

    private static SubjectNames subjects(Map<String, ?> configs, String name) {
        var value = configs.get(name);
        if (value == null) {
            return SubjectNames.TOPIC_NAME;
        }
        return SubjectNames.named(name, value instanceof Class<?> type ? type.getName() : value.toString());
    }

    private static Duration confirmUnknown(Map<String, ?> configs) {
        var value = configs.get(CONFIRM_UNKNOWN);
        try {
            return value == null ? Duration.ofSeconds(30) : Duration.ofMillis(Long.parseLong(value.toString()));
        } catch (NumberFormatException e) {
            throw new ConfigException(CONFIRM_UNKNOWN, value, "must be a whole number of milliseconds");
        }
    }

    SubjectNames subjects(boolean isKey) {
        return isKey ? keySubjects : valueSubjects;
    }

    SerdeSettings withSpecificReader() {
        return new SerdeSettings(autoRegister, useLatest, true, keySubjects, valueSubjects, confirmUnknown);
    }

    SerdeSettings withValueSubjects(SubjectNames names) {
        return new SerdeSettings(autoRegister, useLatest, specific, keySubjects, names, confirmUnknown);
    }
}
