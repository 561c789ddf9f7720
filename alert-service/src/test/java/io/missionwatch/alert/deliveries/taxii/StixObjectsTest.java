package io.missionwatch.alert.deliveries.taxii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.missionwatch.alert.deliveries.Alerts;
import io.missionwatch.alert.deliveries.HostileText;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.Stance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StixObjectsTest {

    private static final Path SCHEMAS = Path.of("../../shared/schemas/stix/schemas");
    private static final String PUBLISHED =
            "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";

    @Test
    void everyObjectIsValidByThePublishedSchema() {
        assumeTrue(Files.exists(SCHEMAS), "unvalidated: the schemas of STIX are not at hand");
        var schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(StixObjectsTest::published));
        var denied = Alerts.evidence("d", "delta");
        denied.setStance(Stance.DENIES);
        var alerts = Stream.concat(
                HostileText.all().map(HostileText::in),
                Stream.of(
                        Alerts.first(),
                        Alerts.alert("a", 2).setEvidence(List.of(denied)).build(),
                        Alerts.alert("b", 2)
                                .setStatus(AlertStatus.FALSE_POSITIVE)
                                .build()));

        alerts.flatMap(alert -> StixObjects.of(alert).stream()).forEach(object -> {
            var type = object.path("type").asText();
            var schema = schemas.getSchema(SchemaLocation.of(PUBLISHED + "sdos/" + type + ".json"));
            assertThat(schema.validate(object)).as(object.toString()).isEmpty();
        });
    }

    @Test
    void aRevisionIsALaterVersionOfTheSameObjects() {
        var first = report(Alerts.first());
        var second = report(
                Alerts.alert(Alerts.ID, 2).setStatus(AlertStatus.CANCELLED).build());

        assertThat(second.path("id")).isEqualTo(first.path("id"));
        assertThat(second.path("created")).isEqualTo(first.path("created"));
        assertThat(second.path("modified").asText())
                .isGreaterThan(first.path("modified").asText());
        assertThat(second.path("revoked").asBoolean()).isTrue();
        assertThat(first.has("revoked")).isFalse();
    }

    @Test
    void tellsWhoClaimsAndWhoDeniesIt() {
        var claimed = Alerts.evidence("c", "herald");
        claimed.setEventType(EventType.CLAIM_OF_RESPONSIBILITY);
        var denied = Alerts.evidence("d", "delta");
        denied.setStance(Stance.DENIES);

        var objects = StixObjects.of(
                Alerts.alert("a", 2).setEvidence(List.of(claimed, denied)).build());

        assertThat(objects)
                .filteredOn(object -> object.path("type").asText().equals("note"))
                .singleElement()
                .satisfies(note -> assertThat(note.path("content").asText().lines())
                        .satisfiesExactly(
                                line -> assertThat(line).startsWith("Claimed, herald: "),
                                line -> assertThat(line).startsWith("Denied, delta: ")));
    }

    @Test
    void alertsOfOneHappeningNameOneIncident() {
        var incident = StixObjects.of(Alerts.alert("a", 1).build()).stream()
                .filter(object -> object.path("type").asText().equals("incident"))
                .findFirst()
                .orElseThrow();

        assertThat(StixObjects.of(Alerts.alert("b", 2).build())).contains(incident);
        assertThat(report(Alerts.alert("b", 2).build()).path("object_refs")).contains(incident.path("id"));
    }

    private static JsonNode report(Alert alert) {
        return StixObjects.of(alert).stream()
                .filter(object -> object.path("type").asText().equals("report"))
                .findFirst()
                .orElseThrow();
    }

    private static String published(String address) {
        try {
            return address.startsWith(PUBLISHED)
                    ? Files.readString(SCHEMAS.resolve(address.substring(PUBLISHED.length())))
                    : null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
