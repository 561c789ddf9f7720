package io.missionwatch.alert.deliveries.taxii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.javalin.Javalin;
import io.missionwatch.alert.deliveries.Alerts;
import io.missionwatch.alert.deliveries.HostileText;
import io.missionwatch.alert.deliveries.plan.PlanFile;
import io.missionwatch.alert.deliveries.published.PublishOrder;
import io.missionwatch.alert.deliveries.published.Shelf;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.Stance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxiiRoutesTest {

    private static final Path SCHEMAS = Path.of("../../shared/schemas/stix/schemas");
    private static final String PUBLISHED =
            "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";
    private static final Map<String, String> FOLDERS =
            Map.of("report", "sdos", "threat-actor", "sdos", "identity", "sdos", "location", "sdos", "opinion", "sdos");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final AtomicReference<Instant> now = new AtomicReference<>(Alerts.NOON);
    private final Shelf shelf = new Shelf(100, Duration.ofDays(30), now::get);
    private Javalin server;

    @BeforeEach
    void start() {
        var order = PublishOrder.from(PlanFile.parse("publish", "{}"));
        var taxii = new TaxiiRoutes(order, shelf, () -> true);
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    taxii.addTo(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void leadsFromDiscoveryToObjects() throws Exception {
        shelf.put(Alerts.first());

        var root = get("/taxii2/").path("default").asText();
        var collection = get(URI.create(root).getPath() + "collections/")
                .path("collections")
                .get(0);
        var objects = get(URI.create(root).getPath() + "collections/"
                + collection.path("id").asText() + "/objects/");

        assertThat(get(URI.create(root).getPath()).path("versions").get(0).asText())
                .isEqualTo("application/taxii+json;version=2.1");
        assertThat(objects.path("more").asBoolean()).isFalse();
        assertThat(objects.path("objects").findValuesAsText("type"))
                .containsExactlyInAnyOrder("identity", "threat-actor", "identity", "location", "report");
    }

    @Test
    void everyObjectIsValidByThePublishedSchema() {
        assumeTrue(Files.exists(SCHEMAS), "unvalidated: the schemas of STIX are not at hand");
        var schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(TaxiiRoutesTest::published));
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
            var schema = schemas.getSchema(SchemaLocation.of(PUBLISHED + FOLDERS.get(type) + "/" + type + ".json"));
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
    void pagesGoThroughEveryObjectOnce() throws Exception {
        for (int i = 1; i <= 9; i++) {
            shelf.put(Alerts.alert("alert-" + i, i).build());
        }
        var seen = new ArrayList<String>();
        var page = get(collection() + "objects/?limit=4");
        page.path("objects").forEach(object -> seen.add(object.path("id").asText()));
        while (page.path("more").asBoolean()) {
            page = get(
                    collection() + "objects/?limit=4&next=" + page.path("next").asText());
            page.path("objects").forEach(object -> seen.add(object.path("id").asText()));
        }

        assertThat(seen).doesNotHaveDuplicates().hasSize(4 + 9);
        assertThat(get(collection() + "manifest/").path("objects").findValuesAsText("id"))
                .containsExactlyElementsOf(seen);
    }

    @Test
    void givesWhatWasAddedAfter() throws Exception {
        shelf.put(Alerts.alert("old", 1).build());
        now.set(Alerts.NOON.plusSeconds(60));
        shelf.put(Alerts.alert("new", 2).build());

        var later = get(collection()
                + "objects/?added_after=2026-03-02T12:00:00.000Z&match[type]=report"
                        .replace("[", "%5B")
                        .replace("]", "%5D"));

        assertThat(later.path("objects")).hasSize(1);
        assertThat(get(collection() + "objects/?added_after=2026-03-02T12:01:00.000Z")
                        .has("objects"))
                .isFalse();
    }

    @Test
    void anAlertThatComesLateIsAddedWhenItCame() throws Exception {
        shelf.put(Alerts.alert("a", 2).build());
        var asked = send(collection() + "objects/", "application/taxii+json");
        var last = asked.headers().firstValue("X-TAXII-Date-Added-Last").orElseThrow();

        shelf.put(Alerts.alert("b", 1).build());

        var later = get(collection() + "objects/?added_after=" + last);
        assertThat(later.path("objects").findValuesAsText("id"))
                .contains(report(Alerts.alert("b", 1).build()).path("id").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "objects/?limit=0,               400",
        "objects/?next=nonsense,         400",
        "objects/?added_after=yesterday, 400",
        "objects/report--none/,          404",
    })
    void refusesWithAReason(String path, int status) throws Exception {
        var answer = send(collection() + path, "application/taxii+json;version=2.1");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).path("http_status").asText()).isEqualTo("" + status);
    }

    @Test
    void knowsOneCollection() throws Exception {
        var answer = send("/taxii2/missionwatch/collections/none/objects/", "application/taxii+json");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("no collection of that id");
    }

    @Test
    void speaksNothingElse() throws Exception {
        assertThat(send("/taxii2/", "application/taxii+json;version=2.0").statusCode())
                .isEqualTo(406);
        assertThat(send("/taxii2/", "text/html").statusCode()).isEqualTo(406);
        assertThat(send("/taxii2/", "application/taxii+json").headers().firstValue("Content-Type"))
                .contains("application/taxii+json;version=2.1");
    }

    private static String collection() {
        return "/taxii2/missionwatch/collections/" + TaxiiRoutes.COLLECTION + "/";
    }

    private static JsonNode report(Alert alert) {
        return StixObjects.of(alert).stream()
                .filter(object -> object.path("type").asText().equals("report"))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode get(String path) throws Exception {
        var answer = send(path, "application/taxii+json;version=2.1");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String path, String accept) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + server.port()).resolve(path))
                        .header("Accept", accept)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
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
