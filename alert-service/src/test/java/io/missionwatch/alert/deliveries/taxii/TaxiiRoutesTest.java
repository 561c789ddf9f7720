package io.missionwatch.alert.deliveries.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.missionwatch.alert.deliveries.Alerts;
import io.missionwatch.alert.deliveries.plan.PlanFile;
import io.missionwatch.alert.deliveries.published.PublishOrder;
import io.missionwatch.alert.deliveries.published.Shelf;
import io.missionwatch.schema.Alert;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxiiRoutesTest {

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
                .containsExactlyInAnyOrder("identity", "threat-actor", "identity", "location", "incident", "report");
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

        assertThat(seen).doesNotHaveDuplicates().hasSize(5 + 9);
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
        "objects/?match%5Bversion%5D=1,  400",
    })
    void refusesWithAReason(String path, int status) throws Exception {
        var answer = send(collection() + path, "application/taxii+json;version=2.1");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).path("http_status").asText()).isEqualTo("" + status);
    }

    @ParameterizedTest
    @CsvSource({
        "match%5Bspec_version%5D=2.1,                     1",
        "match%5Bspec_version%5D=2.0,                     0",
        "match%5Bspec_version%5D=2.0%2C2.1,               1",
        "match%5Bversion%5D=last,                         1",
        "match%5Bversion%5D=2026-03-02T12:00:00Z,         1",
        "match%5Bversion%5D=2026-03-02T12:00:00.000000Z,  1",
        "match%5Bversion%5D=2026-03-02T12:00:01Z,         0",
    })
    void givesTheVersionsThatMatch(String match, int reports) throws Exception {
        shelf.put(Alerts.first());

        var answer = get(collection() + "objects/?match%5Btype%5D=report&" + match);

        assertThat(answer.path("objects")).hasSize(reports);
    }

    @Test
    void isToBeReadOnly() throws Exception {
        var address = URI.create("http://127.0.0.1:" + server.port()).resolve(collection() + "objects/");
        var body = HttpRequest.BodyPublishers.ofString("{}");
        var posted =
                HTTP.send(HttpRequest.newBuilder(address).POST(body).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(posted.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(posted.body()).path("http_status").asText()).isEqualTo("403");
        assertThat(get("/taxii2/missionwatch/").path("max_content_length").asInt())
                .isPositive();
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
}
