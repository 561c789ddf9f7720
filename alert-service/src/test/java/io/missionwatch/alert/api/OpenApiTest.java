package io.missionwatch.alert.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertEvidence;
import io.missionwatch.schema.EventActor;
import io.missionwatch.schema.EventMission;
import io.missionwatch.schema.EventPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    void describesEveryFieldOfWhatAnAlertNames() {
        var records = Map.of("Actor", EventActor.SCHEMA$, "Mission", EventMission.SCHEMA$, "Place", EventPlace.SCHEMA$);

        records.forEach((name, schema) -> {
            var properties = description.at("/components/schemas/" + name + "/properties");
            assertThat(names(properties)).isEqualTo(fields(schema));
            schema.getFields().stream()
                    .filter(field -> field.schema().getType() == Schema.Type.ENUM)
                    .forEach(field -> assertThat(
                                    texts(properties.path(field.name()).path("enum")))
                            .isEqualTo(field.schema().getEnumSymbols()));
        });
    }

    @Test
    void tellsWhatEveryRequestMayBeRefusedWith() {
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> assertThat(
                                        names(operation.getValue().path("responses")))
                                .as("%s %s", operation.getKey(), path.getKey())
                                .containsAll(refusals(path.getKey(), operation.getValue()))));
    }

    private static List<String> refusals(String path, JsonNode operation) {
        var refusals = new ArrayList<>(List.of("401", "421", "429", "503"));
        if (!List.of("/api/v1/me", "/api/v1/openapi.json").contains(path)) {
            refusals.add("403");
        }
        if (operation.has("requestBody")) {
            refusals.addAll(List.of("400", "413", "415", "422"));
        }
        if (operation.toString().contains("parameters/ifMatch")) {
            refusals.addAll(List.of("409", "412", "428"));
        } else if (path.contains("{id}")) {
            refusals.add("404");
        }
        return refusals;
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

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
