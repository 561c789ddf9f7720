package io.missionwatch.serde;

import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/** Under which subject of the registry the schema of a topic's keys or values stands. */
public enum SubjectNames {
    /** One schema a topic: {@code <topic>-value}, {@code <topic>-key}. */
    TOPIC_NAME("TopicNameStrategy"),
    /** One schema a record type, wherever it is written: its full name. */
    RECORD_NAME("RecordNameStrategy"),
    /** One schema a record type and topic: {@code <topic>-<full name>}. */
    TOPIC_RECORD_NAME("TopicRecordNameStrategy");

    private final String strategy;

    SubjectNames(String strategy) {
        this.strategy = strategy;
    }

    /**
     * The strategy of that name.
     *
     * @param setting the setting that holds the name, for the error
     * @param name {@code TopicNameStrategy} or its like, with or without Confluent's package
     */
    static SubjectNames named(String setting, String name) {
        var simpleName = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(names -> names.strategy.equals(simpleName))
                .findFirst()
                .orElseThrow(() -> new ConfigException(
                        setting, name, "must be TopicNameStrategy, RecordNameStrategy or TopicRecordNameStrategy"));
    }

    String subject(String topic, boolean isKey, Schema schema) {
        return switch (this) {
            case TOPIC_NAME -> topic + (isKey ? "-key" : "-value");
            case RECORD_NAME -> schema.getFullName();
            case TOPIC_RECORD_NAME -> topic + "-" + schema.getFullName();
        };
    }
}
