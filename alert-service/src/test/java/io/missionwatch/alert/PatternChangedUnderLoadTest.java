package io.missionwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.embedded.EmbeddedRegistry;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.schema.Pattern;
import io.missionwatch.schema.PatternMode;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A pattern is changed while events flow. Runs where it is asked for, with so many events a second: {@code -De2e.rate=1000}. */
@EnabledIfSystemProperty(named = "e2e.rate", matches = "[1-9]\\d*")
class PatternChangedUnderLoadTest {

    private static final int RATE = Integer.getInteger("e2e.rate", 1000);
    private static final int ONE_IN = Math.max(1, RATE / 20);
    private static final Duration TO_TAKE_EFFECT = Duration.ofSeconds(2);
    private static final String ID = "threat-of-the-day";

    @TempDir
    Path directory;

    private final AtomicInteger sent = new AtomicInteger();
    private final Queue<Future<?>> writes = new ConcurrentLinkedQueue<>();

    @Test
    void takesEffectWithinTwoSecondsAndKeepsTheOpenAlert() throws Exception {
        try (var broker = EmbeddedBroker.start(directory.resolve("broker"));
                var registry = EmbeddedRegistry.start(broker.bootstrapServers());
                var service = AlertService.start(
                        AlertConfig.from(Settings.of(settings(broker, registry), AlertConfig.declared())));
                var serdes = new AvroSerdes(Map.of("schema.registry.url", registry.url()))) {
            await().atMost(Duration.ofSeconds(90)).until(() -> service.health().isReady());
            var kafka = KafkaSettings.from(Settings.of(settings(broker, registry), AlertConfig.declared()), "test");
            try (var patterns = producer(kafka, serdes, Pattern.class);
                    var events = producer(kafka, serdes, NewsEvent.class);
                    var alerts = reader(kafka, serdes)) {
                put(patterns, 1, "First");
                var flow = Executors.newSingleThreadScheduledExecutor();
                var flowing = flow.scheduleAtFixedRate(() -> send(events), 0, 1_000_000 / RATE, TimeUnit.MICROSECONDS);
                var first = awaitVersion(alerts, 1);

                put(patterns, 2, "Second");
                var changed = Instant.now();
                var second = awaitVersion(alerts, 2);
                flowing.cancel(false);
                flow.shutdownNow();

                for (var write : writes) {
                    write.get();
                }
                assertThat(Duration.between(changed, second.getUpdatedAt())).isLessThan(TO_TAKE_EFFECT);
                assertThat(second.getAlertId()).isEqualTo(first.getAlertId());
                assertThat(second.getRevision()).isGreaterThan(first.getRevision());
                assertThat(second.getTitle()).isEqualTo("Second");
            }
        }
    }

    private void send(KafkaProducer<String, NewsEvent> events) {
        var id = "article-" + sent.incrementAndGet();
        var article = News.article(id, 1, "outlet-" + sent.get() % 7, Instant.now());
        var type = sent.get() % ONE_IN == 0 ? EventType.THREAT : EventType.OTHER;
        writes.add(events.send(
                new ProducerRecord<>(TopicCatalogue.EVENTS.name(), id, News.event(article, "event-of-" + id, type))));
    }

    private static void put(KafkaProducer<String, Pattern> patterns, int version, String title) throws Exception {
        var pattern = Pattern.newBuilder()
                .setPatternId(ID)
                .setVersion(version)
                .setEnabled(true)
                .setMode(PatternMode.LIVE)
                .setChangedAt(Instant.now())
                .setChangedBy("ada")
                .setYaml("""
                        title: Threat of the day
                        id: %s
                        logsource: {product: missionwatch, category: news_event}
                        detection: {threat: {event.type: THREAT}, condition: threat}
                        missionwatch: {suppress-for: 365d, title: %s}
                        """.formatted(ID, title))
                .build();
        patterns.send(new ProducerRecord<>(TopicCatalogue.PATTERNS.name(), ID, pattern))
                .get();
    }

    private static Alert awaitVersion(KafkaConsumer<String, Alert> alerts, int version) {
        var deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (Instant.now().isBefore(deadline)) {
            for (var record : alerts.poll(Duration.ofMillis(100))) {
                var alert = record.value();
                if (alert.getPatternId().equals(ID) && alert.getPatternVersion() == version) {
                    return alert;
                }
            }
        }
        throw new AssertionError("no alert of version " + version);
    }

    private static KafkaConsumer<String, Alert> reader(KafkaSettings kafka, AvroSerdes serdes) {
        var consumer = new KafkaConsumer<>(
                kafka.forConsumer(),
                new StringDeserializer(),
                serdes.of(Alert.class).deserializer());
        var partitions = List.of(0, 1, 2).stream()
                .map(number -> new TopicPartition(TopicCatalogue.ALERT_HISTORY.name(), number))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static <T extends SpecificRecord> KafkaProducer<String, T> producer(
            KafkaSettings kafka, AvroSerdes serdes, Class<T> type) {
        return new KafkaProducer<>(
                kafka.forProducer(), new StringSerializer(), serdes.of(type).serializer());
    }

    private Map<String, String> settings(EmbeddedBroker broker, EmbeddedRegistry registry) {
        var settings = new HashMap<String, String>();
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        settings.put("schema.registry.url", registry.url());
        settings.put("state.dir", directory.resolve("state").toString());
        settings.put("topics.partitions", "3");
        settings.put("topics.replication", "1");
        settings.put("topics.min-in-sync", "1");
        settings.put("api.port", "0");
        settings.put("admin.port", "0");
        return settings;
    }
}
