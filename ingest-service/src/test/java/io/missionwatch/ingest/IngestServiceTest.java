package io.missionwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.ingest.doors.Caller;
import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.wire.FeedRecords;
import io.missionwatch.runtime.ServiceHost;
import io.missionwatch.schema.AuditEntry;
import io.missionwatch.schema.Feed;
import io.missionwatch.topics.TopicCatalogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service as it runs: with a broker, over HTTP, through a restart, and with what comes through its door. */
@Timeout(120)
class IngestServiceTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    private static Path data;

    private static IngestHouse house;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final int port = freePort();

    @BeforeAll
    static void start() throws IOException {
        house = new IngestHouse(data);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void readsFeedsOverHttpAndGoesOnWhereItStopped() throws Exception {
        var url = house.address("/feed.xml");
        house.serve(FakeWeb.rss(url + "/1|One", url + "/2|Two"));
        var config = house.config(Map.of("door.port", "0"));
        try (var service = IngestService.start(config)) {
            awaitReady(service);
            house.write(everySecond(url));

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(house.titles("Local")).containsExactlyInAnyOrder("One", "Two"));
        }
        house.serve(FakeWeb.rss(url + "/1|One", url + "/2|Two", url + "/3|Three"));
        try (var service = IngestService.start(config)) {
            // For a moment, so that one too many would show.
            await().atMost(SOON)
                    .during(Duration.ofMillis(1500))
                    .untilAsserted(
                            () -> assertThat(house.titles("Local")).containsExactlyInAnyOrder("One", "Two", "Three"));
            assertThat(service.health().isLive()).isTrue();
        }
    }

    @Test
    void takesArticlesAndChangesOfFeedsWhileItRuns() throws Exception {
        house.serve(FakeWeb.rss("http://127.0.0.1/1|One"));
        var feed = "{\"url\":\"%s\",\"outlet\":\"X\",\"full-text\":\"never\"}".formatted(house.address("/door.xml"));
        try (var service = IngestService.start(house.config(Map.of("door.port", Integer.toString(port))))) {
            awaitReady(service);

            assertThat(call("POST", "/v1/articles", "{\"id\":\"p-1\",\"outlet\":\"X\",\"title\":\"Pushed\"}")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(call("PUT", "/v1/feeds/door", feed).statusCode()).isEqualTo(201);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(house.titles("X")).containsExactlyInAnyOrder("Pushed", "One"));
            await().atMost(SOON)
                    .until(() -> body("/v1/feeds/door").at("/status/status").asText(), "OK"::equals);

            assertThat(call("POST", "/v1/feeds/door/pause", "").statusCode()).isEqualTo(200);
            assertThat(body("/v1/feeds/door").at("/feed/paused").asBoolean()).isTrue();
            assertThat(call("DELETE", "/v1/feeds/door", "").statusCode()).isEqualTo(204);
            assertThat(call("GET", "/v1/feeds/door", "").statusCode()).isEqualTo(404);
            assertThat(body("/v1/feeds").path("feeds").findValuesAsText("id")).doesNotContain("door");
            assertThat(changesOf("door"))
                    .extracting(AuditEntry::getAction)
                    .containsExactly("feed.added", "feed.paused", "feed.removed");
            assertThat(changesOf("door")).extracting(AuditEntry::getOrigin).containsOnly("127.0.0.1");
            assertThat(changesOf("door").get(0).getBefore()).isNull();
            assertThat(changesOf("door").get(1).getBefore())
                    .contains("\"id\":\"door\"")
                    .doesNotContain("paused");
            assertThat(changesOf("door").get(1).getAfter()).contains("\"paused\":true");
            assertThat(changesOf("door").get(2).getAfter()).isNull();
        }
    }

    private List<AuditEntry> changesOf(String feed) {
        return house.values(TopicCatalogue.AUDIT, AuditEntry.class).stream()
                .filter(entry -> entry.getSubject().equals(feed))
                .toList();
    }

    @Test
    void losesNoChangeThatAnotherMakesAtTheSameTime() throws Exception {
        var url = house.address("/shared.xml");
        house.serve(FakeWeb.rss("http://127.0.0.1/1|One"));
        try (var service = IngestService.start(house.config(Map.of("door.port", Integer.toString(port))));
                var others = house.feeds()) {
            awaitReady(service);

            call("PUT", "/v1/feeds/shared", "{\"url\":\"%s\",\"language\":\"en\"}".formatted(url));
            others.pause("shared", true, Caller.atCommandLine("somebody"));
            call("PUT", "/v1/feeds/shared", "{\"url\":\"%s\",\"language\":\"fr\"}".formatted(url));
            others.pause("shared", true, Caller.atCommandLine("somebody"));

            assertThat(body("/v1/feeds/shared").at("/feed/language").asText()).isEqualTo("fr");
            assertThat(changesOf("shared"))
                    .extracting(AuditEntry::getAction)
                    .containsExactly("feed.added", "feed.paused", "feed.changed", "feed.paused");
            assertThat(changesOf("shared")).extracting(AuditEntry::getOrigin).contains("127.0.0.1", "");

            // A record that ingest refuses does not hide the feed from who wants to take it away.
            house.write(Feed.newBuilder(everySecond(url))
                    .setId("shared")
                    .setUrl("nowhere")
                    .build());
            assertThat(others.pause("shared", false, Caller.atCommandLine("somebody")))
                    .isPresent();
            assertThat(call("DELETE", "/v1/feeds/shared", "").statusCode()).isEqualTo(204);
        }
    }

    @Test
    void triesAFeedAgainThatItsPublisherHadEnded() throws Exception {
        var feed = "{\"url\":\"%s\",\"full-text\":\"never\"}".formatted(house.address("/ended.xml"));
        house.end();
        try (var service = IngestService.start(house.config(Map.of("door.port", Integer.toString(port))))) {
            awaitReady(service);
            call("PUT", "/v1/feeds/ended", feed);
            await().atMost(SOON)
                    .until(() -> body("/v1/feeds/ended").at("/status/status").asText(), "RETIRED"::equals);

            house.serve(FakeWeb.rss("http://127.0.0.1/1|One"));
            assertThat(call("PUT", "/v1/feeds/ended", feed).statusCode()).isEqualTo(200);

            await().atMost(SOON)
                    .until(() -> body("/v1/feeds/ended").at("/status/status").asText(), "OK"::equals);
            assertThat(changesOf("ended"))
                    .extracting(AuditEntry::getAction)
                    .containsExactly("feed.added", "feed.resumed");
        }
    }

    private static void awaitReady(ServiceHost service) {
        await().atMost(SOON).until(() -> service.health().isReady());
    }

    private static Feed everySecond(String url) {
        var feed = FeedRecords.toRecord(FeedSource.of("local", URI.create(url), "Local"));
        return Feed.newBuilder(feed)
                .setMinIntervalSeconds(1)
                .setMaxIntervalSeconds(1)
                .build();
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode body(String path) throws Exception {
        return json.readTree(call("GET", path, "").body());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new AssertionError(none);
        }
    }
}
