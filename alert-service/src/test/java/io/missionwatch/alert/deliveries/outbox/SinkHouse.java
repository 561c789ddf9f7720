package io.missionwatch.alert.deliveries.outbox;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.missionwatch.alert.deliveries.Alerts;
import io.missionwatch.alert.deliveries.Deliveries;
import io.missionwatch.alert.deliveries.DeliveryReplay;
import io.missionwatch.alert.deliveries.plan.PlanFile;
import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.kafka.TopicSetup;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.Delivery;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import io.missionwatch.topics.WholeTopic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker on which sinks run, and a hand that writes alerts for them and reads what they logged. */
final class SinkHouse implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EmbeddedBroker broker;
    private final KafkaSettings settings;
    private final AvroSerdes serdes;
    private final DeliveryLog log;
    private final Admin admin;
    private final KafkaProducer<String, Alert> history;

    private SinkHouse(EmbeddedBroker broker) {
        this.broker = broker;
        settings = KafkaSettings.from(
                Settings.of(
                        Map.of(
                                "kafka.bootstrap.servers", broker.bootstrapServers(),
                                "schema.registry.url", "mock://sinks",
                                "topics.partitions", "3",
                                "topics.replication", "1",
                                "topics.min-in-sync", "1"),
                        KafkaSettings.declared()),
                "test");
        new TopicSetup(settings)
                .prepare(Stream.concat(Stream.of(TopicCatalogue.ALERT_HISTORY), Deliveries.TOPICS.stream())
                        .toList());
        serdes = new AvroSerdes(settings.registry());
        admin = Admin.create(settings.forAdmin());
        log = DeliveryLog.start(settings, serdes);
        history = new KafkaProducer<>(
                settings.forProducer(),
                new StringSerializer(),
                serdes.of(Alert.class).serializer());
    }

    static SinkHouse start(Path directory) {
        return new SinkHouse(EmbeddedBroker.start(directory));
    }

    /** Starts a sink; its orders are YAML. */
    SinkPart ready(String name, Sink receiver, String yaml, MeterRegistry metrics) {
        var order = SinkOrder.from(PlanFile.parse(
                "sink",
                yaml.startsWith("{")
                        ? "{name: " + name + ", " + yaml.substring(1)
                        : "{name: " + name + ", " + yaml + "}"));
        var part = SinkPart.start(order, receiver, settings, serdes, log, new DeliveryMeters(metrics, name));
        await().atMost(PATIENCE).until(() -> part.state() == PartState.READY && hasStarted(name));
        return part;
    }

    /** A sink's start is committed for every partition before it counts as started. */
    private boolean hasStarted(String name) {
        try {
            return admin.listConsumerGroupOffsets("test.sink." + name)
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .size()
                    == 3;
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Says that a sink has come so far, as if it had run before. */
    void commit(String sink, int partition, Progress progress) throws Exception {
        admin.alterConsumerGroupOffsets(
                        "test.sink." + sink,
                        Map.of(
                                new TopicPartition(TopicCatalogue.ALERT_HISTORY.name(), partition),
                                new OffsetAndMetadata(progress.offset(), progress.asText())))
                .all()
                .get();
    }

    DeliveryReplay replay() {
        return new DeliveryReplay(settings, serdes);
    }

    static Alert alert(String pattern, String id, int revision) {
        return Alerts.alert(id, revision).setPatternId(pattern).build();
    }

    void write(Alert... alerts) throws Exception {
        for (var alert : alerts) {
            history.send(new ProducerRecord<>(TopicCatalogue.ALERT_HISTORY.name(), alert.getAlertId(), alert))
                    .get();
        }
    }

    /** Writes an alert as one that was written at another time. */
    void writeAt(Instant time, Alert alert) throws Exception {
        history.send(new ProducerRecord<>(
                        TopicCatalogue.ALERT_HISTORY.name(), null, time.toEpochMilli(), alert.getAlertId(), alert))
                .get();
    }

    /** Writes alerts to one partition; answers the offset of the first. */
    long writeTo(int partition, String pattern, int many) throws Exception {
        var sent = IntStream.range(0, many)
                .mapToObj(number -> alert(pattern, pattern + "-" + number, 1))
                .map(alert -> history.send(new ProducerRecord<>(
                        TopicCatalogue.ALERT_HISTORY.name(), partition, alert.getAlertId(), alert)))
                .toList();
        history.flush();
        return sent.get(0).get().offset();
    }

    List<String> outcomes(String sink, String key) {
        return logged(sink).stream()
                .filter(entry -> entry.getDeliveryId().equals(key))
                .map(entry -> entry.getOutcome() + " " + entry.getAttempt())
                .toList();
    }

    List<Delivery> logged(String sink) {
        var found = new ArrayList<Delivery>();
        try (var consumer = new KafkaConsumer<>(
                settings.forConsumer(),
                new StringDeserializer(),
                serdes.of(Delivery.class).deserializer())) {
            WholeTopic.read(consumer, TopicCatalogue.DELIVERIES.name(), record -> {
                if (record.value().getSink().equals(sink)) {
                    found.add(record.value());
                }
            });
        }
        return found;
    }

    @Override
    public void close() {
        history.close();
        admin.close();
        log.close();
        serdes.close();
        broker.close();
    }
}
