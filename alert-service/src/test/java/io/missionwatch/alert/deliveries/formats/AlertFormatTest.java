package io.missionwatch.alert.deliveries.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.missionwatch.alert.deliveries.Alerts;
import io.missionwatch.alert.deliveries.HostileText;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.Certainty;
import io.missionwatch.schema.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AlertFormatTest {

    private static final Path OCSF = Path.of("../../shared/schemas/ocsf");
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("alerts")
    void isAFindingByThePublishedSchema(Alert alert) throws IOException {
        assumeTrue(Files.exists(OCSF), "unvalidated: the schema of OCSF is not at hand");

        assertThat(new OcsfSchema(OCSF).faultsOfDetectionFinding(read(AlertFormat.OCSF, alert)))
                .isEmpty();
    }

    @Test
    void thePublishedSchemaIsNotBlind() throws IOException {
        assumeTrue(Files.exists(OCSF), "unvalidated: the schema of OCSF is not at hand");
        var wrong = (ObjectNode) read(AlertFormat.OCSF, Alerts.first());
        wrong.remove("severity_id");
        wrong.put("colour", "red").put("time", "noon").put("status_id", 42);
        wrong.withObject("/finding_info").remove("uid");

        assertThat(new OcsfSchema(OCSF).faultsOfDetectionFinding(wrong)).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "1, OPEN,           200401, 1",
        "2, OPEN,           200402, 1",
        "2, ACKNOWLEDGED,   200402, 2",
        "2, FALSE_POSITIVE, 200403, 3",
        "2, RESOLVED,       200403, 4",
        "2, EXPIRED,        200403, 5",
        "2, CANCELLED,      200403, 99",
    })
    void followsTheLifeOfAnAlert(int revision, AlertStatus status, int type, int statusId) throws IOException {
        var alert = Alerts.alert(Alerts.ID, revision).setStatus(status).build();

        var finding = read(AlertFormat.OCSF, alert);

        assertThat(finding.path("type_uid").asInt()).isEqualTo(type);
        assertThat(finding.path("status_id").asInt()).isEqualTo(statusId);
        assertThat(finding.path("finding_info").path("uid").asText()).isEqualTo(Alerts.ID);
    }

    @Test
    void writesTheFieldsOfEcs() throws IOException {
        var document = read(AlertFormat.ECS, Alerts.first());

        assertThat(document.path("@timestamp").asText()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(document.at("/ecs/version").asText()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(document.at("/event/kind").asText()).isEqualTo("alert");
        assertThat(document.at("/event/category/0").asText()).isEqualTo("threat");
        assertThat(document.at("/event/type/0").asText()).isEqualTo("indicator");
        assertThat(document.at("/event/severity").asInt()).isEqualTo(73);
        assertThat(document.at("/event/reference").asText()).isEqualTo("https://news.example/a");
        assertThat(document.at("/threat/group/name").asText()).isEqualTo("Islamic State Khorasan");
        assertThat(document.at("/threat/indicator/confidence").asText()).isEqualTo("High");
        assertThat(document.at("/rule/name").asText()).isEqualTo("Attack on a foreign mission");
    }

    @ParameterizedTest
    @EnumSource(AlertFormat.class)
    void carriesHostileTextUnharmed(AlertFormat format) {
        HostileText.all().forEach(text -> {
            var written = new String(format.write(HostileText.in(text)), StandardCharsets.UTF_8);

            assertThat(parsed(written)).isNotNull();
            assertThat(written).doesNotContain("\n", "\r", "\u0000");
            assertThat(parsed(written).findValuesAsText("reference")).isEmpty();
            assertThat(parsed(written).findValuesAsText("src_url")).isEmpty();
        });
    }

    static Stream<Alert> alerts() {
        var kinds = Stream.of(
                Alerts.alert("a", 1)
                        .setEvidence(List.of())
                        .setPlaces(List.of())
                        .setMissions(List.of())
                        .build(),
                Alerts.alert("a", 1).setExercise(true).build());
        var severities = Arrays.stream(Severity.values())
                .map(severity -> Alerts.alert("a", 1).setSeverity(severity).build());
        var certainties = Arrays.stream(Certainty.values())
                .map(certainty -> Alerts.alert("a", 2).setCertainty(certainty).build());
        var statuses = Arrays.stream(AlertStatus.values())
                .map(status -> Alerts.alert("a", 2).setStatus(status).build());
        var hostile = HostileText.all().map(HostileText::in);
        return Stream.of(kinds, severities, certainties, statuses, hostile).flatMap(alert -> alert);
    }

    private static JsonNode read(AlertFormat format, Alert alert) throws IOException {
        return JSON.readTree(format.write(alert));
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new AssertionError(text, malformed);
        }
    }
}
