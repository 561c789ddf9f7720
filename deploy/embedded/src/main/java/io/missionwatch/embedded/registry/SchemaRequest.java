package io.missionwatch.embedded.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A schema as a client sends it.
 *
 * @param id the id that it has elsewhere; only in mode IMPORT
 * @param version the version that it has elsewhere; only in mode IMPORT
 */
record SchemaRequest(String type, StoredSchema.Content content, Optional<Integer> id, Optional<Integer> version) {
    static SchemaRequest from(JsonNode body) {
        return new SchemaRequest(
                body.path("schemaType").asText("AVRO"),
                LogParser.content(body),
                positive(body.path("id")),
                positive(body.path("version")));
    }

    private static Optional<Integer> positive(JsonNode number) {
        return number.asInt() > 0 ? Optional.of(number.asInt()) : Optional.empty();
    }
}
