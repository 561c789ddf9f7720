package io.missionwatch.alert.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertEvidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The description says what the code does: the same fields and the same parameters. */
class OpenApiTest {

    private final JsonNode description = read();

    @Test
    void describesEveryFieldOfAnAlert() {
        assertThat(names(description.at("/components/schemas/Alert/properties")))
                .isEqualTo(fields(Alert.SCHEMA$));
        assertThat(names(description.at("/components/schemas/Evidence/properties")))
                .isEqualTo(fields(AlertEvidence.SCHEMA$));
    }

    @Test
    void describesEveryFilter() {
        for (var path : List.of("/api/v1/alerts", "/api/v1/alerts/stream")) {
            var described = new ArrayList<String>();
            description
                    .path("paths")
                    .path(path)
                    .at("/get/parameters")
                    .forEach(parameter -> described.add(parameter.path("name").asText()));

            assertThat(described).containsAll(AlertFilter.parameters());
        }
    }

    private static List<String> fields(Schema schema) {
        return schema.getFields().stream().map(Schema.Field::name).toList();
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read() {
        try (var in = OpenApi.class.getResourceAsStream("openapi.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
