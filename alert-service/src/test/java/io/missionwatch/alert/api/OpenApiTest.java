package io.missionwatch.alert.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertEvidence;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** The description says what the code does: the same fields, the same parameters, and nothing that is not there. */
class OpenApiTest {

    private final JsonNode description = OpenApi.description();

    @Test
    void describesEveryFieldOfAnAlert() {
        assertThat(names(description.at("/components/schemas/Alert/properties")))
                .isEqualTo(fields(Alert.SCHEMA$));
        assertThat(names(description.at("/components/schemas/Evidence/properties")))
                .isEqualTo(fields(AlertEvidence.SCHEMA$));
    }

    @Test
    void describesEveryFilter() {
        for (var path :
                List.of("/api/v1/alerts", "/api/v1/alerts/stream", "/api/v1/alerts.csv", "/api/v1/alerts.geojson")) {
            var described = new ArrayList<String>();
            description
                    .path("paths")
                    .path(path)
                    .at("/get/parameters")
                    .forEach(parameter ->
                            described.add(resolved(parameter).path("name").asText()));

            assertThat(described).containsAll(AlertFilter.parameters()).doesNotHaveDuplicates();
        }
    }

    @Test
    void refersOnlyToWhatItHas() {
        var references = description.findValuesAsText("$ref");

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private JsonNode resolved(JsonNode parameter) {
        return parameter.has("$ref")
                ? description.at(parameter.path("$ref").asText().substring(1))
                : parameter;
    }

    private static List<String> fields(Schema schema) {
        return schema.getFields().stream().map(Schema.Field::name).toList();
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
