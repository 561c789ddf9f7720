package io.missionwatch.registry;

import java.util.Objects;
import org.apache.avro.Schema;

/** A schema as the registry holds it: the version of a subject, and the id that records carry. */
public record RegisteredSchema(String subject, int version, int id, Schema schema) {
    public RegisteredSchema {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(schema, "schema");
    }
}
