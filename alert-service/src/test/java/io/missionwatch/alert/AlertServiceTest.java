package io.missionwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.alert.api.Positions;
import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.embedded.EmbeddedRegistry;
import io.missionwatch.runtime.ServiceHost;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The service on a broker and a registry in the process, asked over HTTP as a console would. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlertServiceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PORT = freePort();
    private static final String API = "http://127.0.0.1:" + PORT + "/api/v1";

    @TempDir
    static Path directory;

    private static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;
    private static ServiceHost service;
    private static AvroSerdes serdes;
    private static KafkaProducer<String, NewsEvent> events;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(directory.resolve("broker"));
        registry = EmbeddedRegistry.start(broker.bootstrapServers());
        service = AlertService.start(config());
        serdes = new AvroSerdes(Map.of("schema.registry.url", registry.url()));
        events = new KafkaProducer<>(
                KafkaSettings.from(Settings.of(settings(), AlertConfig.declared()), "test")
                        .forProducer(),
                new StringSerializer(),
                serdes.of(NewsEvent.class).serializer());
        await().atMost(Duration.ofSeconds(60)).until(() -> service.health().isReady());
    }

    @AfterAll
    static void stop() {
        events.close();
        service.close();
        serdes.close();
        registry.close();
        broker.close();
    }

    @Test
    @Order(1)
    void anAttackBecomesAnAlertThatEveryoneCanSee() throws Exception {
        var streamed = follow("/alerts/stream");

        send(News.event(News.article("a", 1, "alpha", Instant.now()), "event-of-a", EventType.ATTACK));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(streamed).anyMatch(line -> line.startsWith("data:") && line.contains("embassy of Russia"));
            assertThat(get("/alerts").path("alerts")).hasSize(1);
        });
        var alert = get("/alerts").path("alerts").get(0);
        assertThat(alert.path("severity").asText()).isEqualTo("HIGH");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                get("/alerts/" + alert.path("alertId").asText()).path("history"))
                        .hasSize(1));
    }

    @Test
    @Order(2)
    void anActionIsWrittenAndShown() throws Exception {
        var path = "/alerts/"
                + get("/alerts").path("alerts").get(0).path("alertId").asText();

        var answer = post(path + "/actions", "{\"kind\": \"ACKNOWLEDGE\", \"by\": \"ada\"}", "application/json");

        assertThat(answer.statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(get(path).path("status").asText()).isEqualTo("ACKNOWLEDGED"));
        assertThat(post(path + "/actions", "{\"kind\": \"ACKNOWLEDGE\"}", "application/json")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    @Order(3)
    void aStreamGoesOnWhereItWasCutOff() {
        var beginning = Positions.beginning();

        var streamed = follow("/alerts/stream?after=" + beginning);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(streamed.stream().filter(line -> line.startsWith("data:")))
                        .hasSize(2));
    }

    @Test
    @Order(4)
    void whatIsWrongIsRefusedWithAReason() throws Exception {
        assertThat(status("/alerts?colour=red")).isEqualTo(400);
        assertThat(status("/alerts?severity=loud")).isEqualTo(400);
        assertThat(status("/alerts/none")).isEqualTo(404);
        assertThat(status("/alerts/stream?after=nonsense")).isEqualTo(400);
        assertThat(post("/alerts/none/actions", "kind=ACKNOWLEDGE", "application/x-www-form-urlencoded")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    @Order(5)
    void thePageIsServedWithAStrictPolicy() throws Exception {
        var page = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Missionwatch</title>");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
    }

    @Test
    @Order(6)
    void feedsLeadToCapMessages() throws Exception {
        var site = "http://127.0.0.1:" + PORT;
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(text(site + "/feeds/alerts.rss")).contains("<item>"));

        var feed = text(site + "/feeds/alerts.atom");
        var message = feed.replaceAll("(?s).*href=\"([^\"]+\\.xml)\".*", "$1");

        assertThat(text(message)).contains("<identifier>", "<msgType>Update</msgType>", "<references>");
        assertThat(text(site + "/cap/none.1.xml")).contains("no message of that name");
    }

    private static String text(String address) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static AlertConfig config() {
        return AlertConfig.from(Settings.of(settings(), AlertConfig.declared()));
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        settings.put("schema.registry.url", registry.url());
        settings.put("state.dir", directory.resolve("state").toString());
        settings.put("topics.partitions", "3");
        settings.put("topics.replication", "1");
        settings.put("topics.min-in-sync", "1");
        settings.put("api.port", Integer.toString(PORT));
        settings.put("admin.port", "0");
        return settings;
    }

    private static void send(NewsEvent news) throws Exception {
        events.send(new ProducerRecord<>(
                        TopicCatalogue.EVENTS.name(), news.getArticle().getArticleId(), news))
                .get();
    }

    private static Queue<String> follow(String path) {
        var lines = new ConcurrentLinkedQueue<String>();
        HTTP.sendAsync(
                        HttpRequest.newBuilder(URI.create(API + path)).build(),
                        HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(lines)))
                .exceptionally(failure -> null);
        await().atMost(Duration.ofSeconds(10)).until(() -> !lines.isEmpty());
        return lines;
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private static int status(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpResponse<String> post(String path, String body, String type)
            throws IOException, InterruptedException {
        return HTTP.send(
                request(path)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(API + path));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
