package io.missionwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.embedded.EmbeddedRegistry;
import io.missionwatch.runtime.KafkaSettings;
import io.missionwatch.runtime.ServiceHost;
import io.missionwatch.runtime.Settings;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.AuditEntry;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The door of a running service: what comes through it is taken up without a restart. */
@Timeout(120)
class IngestDoorTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final int port = freePort();

    @TempDir
    Path data;

    @Test
    void takesArticlesAndChangesOfFeedsWhileItRuns() throws Exception {
        var site = site();
        var feed = "http://127.0.0.1:" + site.getAddress().getPort() + "/feed.xml";
        try (var broker = EmbeddedBroker.start(data.resolve("broker"));
                var registry = EmbeddedRegistry.start(broker.bootstrapServers());
                var serdes = new AvroSerdes(Map.of("schema.registry.url", registry.url()));
                var service = IngestService.start(config(broker, registry))) {
            awaitReady(service);

            assertThat(call("POST", "/v1/articles", "{\"id\":\"p-1\",\"outlet\":\"X\",\"title\":\"Pushed\"}")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(call("PUT", "/v1/feeds/local", "{\"url\":\"" + feed + "\",\"full-text\":\"never\"}")
                            .statusCode())
                    .isEqualTo(201);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(values(broker, serdes, TopicCatalogue.ARTICLES, Article.class))
                            .extracting(Article::getTitle)
                            .containsExactlyInAnyOrder("Pushed", "One"));
            await().atMost(SOON)
                    .until(() -> body("/v1/feeds/local").at("/status/status").asText(), "OK"::equals);

            assertThat(call("POST", "/v1/feeds/local/pause", "").statusCode()).isEqualTo(200);
            assertThat(body("/v1/feeds/local").at("/feed/paused").asBoolean()).isTrue();
            assertThat(call("DELETE", "/v1/feeds/local", "").statusCode()).isEqualTo(204);
            assertThat(call("GET", "/v1/feeds/local", "").statusCode()).isEqualTo(404);
            assertThat(body("/v1/feeds").path("feeds")).isEmpty();
            assertThat(values(broker, serdes, TopicCatalogue.AUDIT, AuditEntry.class))
                    .extracting(AuditEntry::getAction)
                    .containsExactly("feed.added", "feed.paused", "feed.removed");
        } finally {
            site.stop(0);
        }
    }

    private static void awaitReady(ServiceHost service) {
        await().atMost(SOON).until(() -> service.health().isReady());
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

    private static HttpServer site() throws IOException {
        var site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var document = FakeWeb.rss("http://127.0.0.1/1|One").getBytes(StandardCharsets.UTF_8);
        site.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
        });
        site.start();
        return site;
    }

    private IngestConfig config(EmbeddedBroker broker, EmbeddedRegistry registry) {
        return IngestConfig.from(Settings.of(
                Map.ofEntries(
                        Map.entry("kafka.bootstrap.servers", broker.bootstrapServers()),
                        Map.entry("schema.registry.url", registry.url()),
                        Map.entry("state.dir", data.resolve("state").toString()),
                        Map.entry("topics.partitions", "3"),
                        Map.entry("topics.replication", "1"),
                        Map.entry("topics.min-in-sync", "1"),
                        Map.entry("admin.port", "0"),
                        Map.entry("door.port", Integer.toString(port)),
                        Map.entry("web.loopback", "true"),
                        Map.entry("feed.first-spread", "0s")),
                IngestConfig.declared()));
    }

    private static <T extends SpecificRecord> List<T> values(
            EmbeddedBroker broker, AvroSerdes serdes, Topic topic, Class<T> type) {
        var kafka = KafkaSettings.from(
                Settings.of(Map.of("kafka.bootstrap.servers", broker.bootstrapServers()), KafkaSettings.declared()),
                "test");
        try (var reader = new KafkaConsumer<>(
                kafka.forConsumer(), new StringDeserializer(), serdes.of(type).deserializer())) {
            var partitions = reader.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            var values = new ArrayList<T>();
            while (partitions.stream().anyMatch(partition -> reader.position(partition) < ends.get(partition))) {
                reader.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new AssertionError(none);
        }
    }
}
