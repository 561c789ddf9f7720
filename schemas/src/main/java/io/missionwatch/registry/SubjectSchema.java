package io.missionwatch.registry;

import java.util.Objects;
import org.apache.avro.Schema;

/** A schema that is to be registered under a subject. */
public record SubjectSchema(String subject, Schema schema) {
    public SubjectSchema {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(schema, "schema");
    }

    /** The schema of a topic's values, under the subject that consumers expect: {@code <topic>-value}. */
    public static SubjectSchema ofTopicValue(String topic, Schema schema) {
        return new SubjectSchema(topic + "-value", schema);
    }
}
