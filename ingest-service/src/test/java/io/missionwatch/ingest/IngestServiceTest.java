package io.missionwatch.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.embedded.EmbeddedRegistry;
import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.wire.FeedRecords;
import io.missionwatch.runtime.Settings;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.Feed;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class IngestServiceTest {

    private final AtomicReference<String> document = new AtomicReference<>("");

    @TempDir
    Path data;

    @Test
    void readsFeedsOverHttpAndGoesOnWhereItStopped() throws Exception {
        var site = site();
        var url = "http://127.0.0.1:" + site.getAddress().getPort() + "/feed.xml";
        document.set(FakeWeb.rss(url + "/1|One", url + "/2|Two"));
        try (var broker = EmbeddedBroker.start(data.resolve("broker"));
                var registry = EmbeddedRegistry.start(broker.bootstrapServers());
                var serdes = new AvroSerdes(Map.of("schema.registry.url", registry.url()))) {
            var config = config(broker, registry);
            try (var service = IngestService.start(config);
                    var reader = reader(broker, serdes)) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> service.health().isReady());
                write(broker, serdes, everySecond(url));

                assertThat(read(reader, 2)).extracting(Article::getTitle).containsExactlyInAnyOrder("One", "Two");
            }
            document.set(FakeWeb.rss(url + "/1|One", url + "/2|Two", url + "/3|Three"));
            try (var service = IngestService.start(config);
                    var reader = reader(broker, serdes)) {
                assertThat(read(reader, 3))
                        .extracting(Article::getTitle)
                        .containsExactlyInAnyOrder("One", "Two", "Three");
                assertThat(service.health().isLive()).isTrue();
            }
        } finally {
            site.stop(0);
        }
    }

    private static Feed everySecond(String url) {
        var feed = FeedRecords.toRecord(FeedSource.of("local", URI.create(url), "Local"));
        return Feed.newBuilder(feed)
                .setMinIntervalSeconds(1)
                .setMaxIntervalSeconds(1)
                .build();
    }

    private HttpServer site() throws IOException {
        var site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            var body = document.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        site.start();
        return site;
    }

    private IngestConfig config(EmbeddedBroker broker, EmbeddedRegistry registry) {
        return IngestConfig.from(Settings.of(
                Map.of(
                        "kafka.bootstrap.servers",
                        broker.bootstrapServers(),
                        "schema.registry.url",
                        registry.url(),
                        "state.dir",
                        data.resolve("state").toString(),
                        "topics.partitions",
                        "3",
                        "topics.replication",
                        "1",
                        "topics.min-in-sync",
                        "1",
                        "door.port",
                        "0",
                        "admin.port",
                        "0",
                        "web.loopback",
                        "true",
                        "feed.first-spread",
                        "0s"),
                IngestConfig.declared()));
    }

    private static void write(EmbeddedBroker broker, AvroSerdes serdes, Feed feed) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(
                settings, new StringSerializer(), serdes.of(Feed.class).serializer())) {
            producer.send(new ProducerRecord<>(TopicCatalogue.FEEDS.name(), feed.getId(), feed))
                    .get();
        }
    }

    private static KafkaConsumer<String, Article> reader(EmbeddedBroker broker, AvroSerdes serdes) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        var reader = new KafkaConsumer<>(
                settings, new StringDeserializer(), serdes.of(Article.class).deserializer());
        var partitions = List.of(0, 1, 2).stream()
                .map(number -> new TopicPartition(TopicCatalogue.ARTICLES.name(), number))
                .toList();
        reader.assign(partitions);
        reader.seekToBeginning(partitions);
        return reader;
    }

    private static List<Article> read(KafkaConsumer<String, Article> reader, int count) {
        var articles = new ArrayList<Article>();
        await().atMost(Duration.ofSeconds(40)).until(() -> {
            reader.poll(Duration.ofMillis(200)).forEach(record -> articles.add(record.value()));
            return articles.size() >= count;
        });
        // A moment longer, so that one too many would show.
        reader.poll(Duration.ofMillis(1500)).forEach(record -> articles.add(record.value()));
        return articles;
    }
}
