package io.missionwatch.ingest;

import com.sun.net.httpserver.HttpServer;
import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.embedded.EmbeddedRegistry;
import io.missionwatch.ingest.doors.FeedAdmin;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.Feed;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker, a registry and a site for services that run for real. */
final class IngestHouse implements AutoCloseable {

    private static final int OK = 200;
    private static final int GONE = 410;

    private final Path data;
    private final HttpServer site;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final AvroSerdes serdes;
    private volatile String document = "";
    private volatile int status = OK;

    IngestHouse(Path data) throws IOException {
        this.data = data;
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            var body = document.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        site.start();
        broker = EmbeddedBroker.start(data.resolve("broker"));
        registry = EmbeddedRegistry.start(broker.bootstrapServers());
        serdes = new AvroSerdes(Map.of("schema.registry.url", registry.url()));
    }

    /** What the site answers to everything from now on. */
    void serve(String body) {
        document = body;
        status = OK;
    }

    /** From now on the site says that everything is gone for good. */
    void end() {
        document = "gone";
        status = GONE;
    }

    String address(String path) {
        return "http://127.0.0.1:" + site.getAddress().getPort() + path;
    }

    IngestConfig config(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "schema.registry.url", registry.url(),
                "state.dir", data.resolve("state").toString(),
                "topics.partitions", "3",
                "topics.replication", "1",
                "topics.min-in-sync", "1",
                "admin.port", "0",
                "web.loopback", "true",
                "feed.first-spread", "0s"));
        settings.putAll(more);
        return IngestConfig.from(Settings.of(settings, IngestConfig.declared()));
    }

    /** The feeds as another instance or a command sees and changes them. */
    FeedAdmin feeds() {
        return FeedAdmin.open(config(Map.of()).kafka(), serdes);
    }

    void write(Feed feed) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(
                settings, new StringSerializer(), serdes.of(Feed.class).serializer())) {
            producer.send(new ProducerRecord<>(TopicCatalogue.FEEDS.name(), feed.getId(), feed))
                    .get();
        }
    }

    /** The titles of all articles of an outlet so far. */
    List<String> titles(String outlet) {
        return values(TopicCatalogue.ARTICLES, Article.class).stream()
                .filter(article -> article.getOutlet().equals(outlet))
                .map(Article::getTitle)
                .toList();
    }

    /** What a topic holds. */
    <T extends SpecificRecord> List<T> values(Topic topic, Class<T> type) {
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

    @Override
    public void close() {
        serdes.close();
        registry.close();
        broker.close();
        site.stop(0);
    }
}
