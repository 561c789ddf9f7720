package io.missionwatch.bench.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.missionwatch.alert.api.AlertApi;
import io.missionwatch.alert.api.ApiSettings;
import io.missionwatch.alert.desk.DeskTopic;
import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.embedded.EmbeddedRegistry;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.kafka.TopicSetup;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertEvidence;
import io.missionwatch.schema.PatternMode;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker, a registry and the alert API in this process, and a hand that raises alerts. */
final class StreamHouse implements AutoCloseable {

    private static final int PIECES = 3;
    private static final long NANOS = 1_000_000_000L;

    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final AvroSerdes serdes;
    private final AlertApi api;
    private final KafkaProducer<String, Alert> alerts;

    private StreamHouse(
            EmbeddedBroker broker,
            EmbeddedRegistry registry,
            AvroSerdes serdes,
            AlertApi api,
            KafkaProducer<String, Alert> alerts) {
        this.broker = broker;
        this.registry = registry;
        this.serdes = serdes;
        this.api = api;
        this.alerts = alerts;
    }

    static StreamHouse open(Path directory) throws InterruptedException {
        var broker = EmbeddedBroker.start(directory);
        var registry = EmbeddedRegistry.start(broker.bootstrapServers());
        var serdes = new AvroSerdes(Map.of("schema.registry.url", registry.url()));
        var kafka = KafkaSettings.from(
                Settings.of(
                        Map.of(
                                "kafka.bootstrap.servers", broker.bootstrapServers(),
                                "schema.registry.url", registry.url(),
                                "topics.partitions", "3",
                                "topics.replication", "1",
                                "topics.min-in-sync", "1"),
                        KafkaSettings.declared()),
                "missionwatch-bench");
        new TopicSetup(kafka)
                .prepare(Stream.concat(
                                DeskTopic.topics().stream(),
                                Stream.of(TopicCatalogue.ALERTS, TopicCatalogue.ALERT_HISTORY))
                        .toList());
        var given = Map.of("api.port", "0", "api.requests-per-minute", "100000");
        var api = AlertApi.start(
                ApiSettings.from(Settings.of(given, ApiSettings.declared())),
                kafka,
                serdes,
                routes -> {},
                new SimpleMeterRegistry());
        while (api.state() != PartState.READY) {
            Thread.sleep(100);
        }
        var alerts = new KafkaProducer<>(
                kafka.forProducer(),
                new StringSerializer(),
                serdes.of(Alert.class).serializer());
        return new StreamHouse(broker, registry, serdes, api, alerts);
    }

    int port() {
        return api.port();
    }

    /** Raises so many alerts at so many a second, each stamped with the time at which it is written. */
    void raise(int count, int perSecond) {
        long start = System.nanoTime();
        for (int number = 0; number < count; number++) {
            while (System.nanoTime() - start < number * NANOS / perSecond) {
                LockSupport.parkNanos(200_000);
            }
            var alert = alert();
            var unused =
                    alerts.send(new ProducerRecord<>(TopicCatalogue.ALERT_HISTORY.name(), alert.getAlertId(), alert));
        }
        alerts.flush();
    }

    private static Alert alert() {
        var now = Instant.now();
        return Alert.newBuilder()
                .setAlertId(UUID.randomUUID().toString())
                .setRevision(1)
                .setPatternId("attack-on-mission")
                .setPatternVersion(0)
                .setMode(PatternMode.LIVE)
                .setGroup(Map.of("mission.host_state", "AF"))
                .setWindowStart(now)
                .setWindowEnd(now)
                .setIncidentId("incident")
                .setTitle("Attack on the embassy of Russia in Kabul")
                .setEvidence(IntStream.range(0, PIECES)
                        .mapToObj(number -> evidence(now))
                        .toList())
                .setEvidenceCount(PIECES)
                .setOpenedAt(now)
                .setUpdatedAt(now)
                .build();
    }

    private static AlertEvidence evidence(Instant now) {
        return AlertEvidence.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setArticleId(UUID.randomUUID().toString())
                .setArticleRevision(1)
                .setOutlet("outlet")
                .setTitle("Blast near the embassy of Russia in Kabul, witnesses say")
                .setSentences(
                        List.of("An explosion was heard near the entrance of the embassy of Russia in Kabul on Monday,"
                                + " witnesses and the police said, and at least two of its staff were hurt."))
                .setEventTime(now)
                .setOrigin("outlet")
                .build();
    }

    @Override
    public void close() {
        alerts.close();
        api.close();
        serdes.close();
        registry.close();
        broker.close();
    }
}
