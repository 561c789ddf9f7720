package io.missionwatch.embedded.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that found its route.
 *
 * @param parts the changing parts of the path, decoded
 * @param query the parameters after the question mark
 * @param body the JSON body; a missing node if there is none
 */
record Request(List<String> parts, Map<String, String> query, JsonNode body) {
    String subject() {
        return parts.get(0);
    }

    VersionId version() {
        return VersionId.parse(parts.get(1));
    }

    int id() {
        try {
            return Integer.parseInt(parts.get(0));
        } catch (NumberFormatException e) {
            throw RegistryError.schemaNotFound();
        }
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(query.get(name));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    SchemaRequest schema() {
        return SchemaRequest.from(body);
    }
}
