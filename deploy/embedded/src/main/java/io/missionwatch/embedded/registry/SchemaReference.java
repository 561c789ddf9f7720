package io.missionwatch.embedded.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A type that a schema takes from another subject. */
record SchemaReference(String name, String subject, int version) {
    static SchemaReference from(JsonNode json) {
        return new SchemaReference(
                json.path("name").asText(),
                json.path("subject").asText(),
                json.path("version").asInt());
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("subject", subject)
                .put("version", version);
    }
}
