package io.missionwatch.alert.deliveries.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.missionwatch.alert.deliveries.Alerts;
import io.missionwatch.alert.deliveries.Deliveries;
import io.missionwatch.alert.deliveries.DeliveryPlan;
import io.missionwatch.alert.deliveries.DeliveryReplay;
import io.missionwatch.alert.deliveries.plan.PlanFile;
import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.kafka.TopicSetup;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.Delivery;
import io.missionwatch.schema.DeliveryOutcome;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sinks on a real broker. Each test has a sink, and alerts, of its own. */
class SinkPartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path directory;

    private static EmbeddedBroker broker;
    private static KafkaSettings settings;
    private static AvroSerdes serdes;
    private static DeliveryLog log;
    private static Admin admin;
    private static KafkaProducer<String, Alert> history;

    private final MeterRegistry metrics = new SimpleMeterRegistry();

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(directory);
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

    @AfterAll
    static void stop() {
        history.close();
        admin.close();
        log.close();
        serdes.close();
        broker.close();
    }

    @Test
    void deliversInOrderAndLogsIt() throws Exception {
        var receiver = FakeReceiver.willing();
        try (var sink = ready("order", receiver, "filter: {patterns: order}")) {
            for (int revision = 1; revision <= 5; revision++) {
                write(alert("order", "order-a", revision), alert("order", "order-b", revision));
            }
            write(alert("another", "order-c", 1));

            await().atMost(PATIENCE).until(() -> receiver.attempts().size() == 10);

            assertThat(sink.state()).isEqualTo(PartState.READY);
        }
        assertThat(receiver.attempts().stream().filter(key -> key.startsWith("order-a")))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 5)
                        .mapToObj(revision -> "order-a_" + revision + "#1")
                        .toList());
        assertThat(logged("order")).hasSize(10);
        assertThat(receiver.wasDoubled()).isFalse();
        assertThat(receiver.isClosed()).isTrue();
        assertThat(metrics.counter("alert.deliveries", "sink", "order", "outcome", "delivered")
                        .count())
                .isEqualTo(10);
    }

    @Test
    void triesAgainAndGivesUpWhileOthersGoOn() throws Exception {
        var receiver = new FakeReceiver(parcel -> switch (parcel.alert().getAlertId()) {
            case "retry-a" -> parcel.attempt() < 3 ? Attempt.Failed.because("not now") : Attempt.DELIVERED;
            case "retry-b" -> Attempt.Failed.because("never");
            case "retry-c" -> new Attempt.Refused("malformed");
            default -> Attempt.DELIVERED;
        });
        var unused = ready("retry", receiver, "{filter: {patterns: retry}, retry: [50ms, 50ms]}");
        try (unused) {
            for (var id : List.of("retry-a", "retry-b", "retry-c", "retry-d")) {
                write(alert("retry", id, 1), alert("retry", id, 2));
            }

            await().atMost(PATIENCE).until(() -> receiver.attempts().size() == 16);
        }
        assertThat(outcomes("retry", "retry-a_1")).containsExactly("RETRY 1", "RETRY 2", "DELIVERED 3");
        assertThat(outcomes("retry", "retry-b_1")).containsExactly("RETRY 1", "RETRY 2", "GIVEN_UP 3");
        assertThat(outcomes("retry", "retry-b_2")).containsExactly("RETRY 1", "RETRY 2", "GIVEN_UP 3");
        assertThat(outcomes("retry", "retry-c_1")).containsExactly("GIVEN_UP 1");
        assertThat(outcomes("retry", "retry-d_2")).containsExactly("DELIVERED 1");
        assertThat(receiver.attempts().indexOf("retry-b_2#1"))
                .isGreaterThan(receiver.attempts().indexOf("retry-b_1#3"));
    }

    @Test
    void deliversAgainWithTheSameKeyWhatWasCutOff() throws Exception {
        var silent = FakeReceiver.silent();
        try (var sink = ready("cut", silent, "{filter: {patterns: cut}, parallel: 1}")) {
            write(alert("cut", "cut-a", 1), alert("cut", "cut-b", 1));
            await().atMost(PATIENCE).until(() -> silent.attempts().size() == 1);
            assertThat(sink.name()).isEqualTo("sink-cut");
        }
        assertThat(logged("cut")).isEmpty();

        var receiver = FakeReceiver.willing();
        var second = ready("cut", receiver, "{filter: {patterns: cut}}");
        try (second) {
            await().atMost(PATIENCE).until(() -> receiver.attempts().size() == 2);
        }
        assertThat(logged("cut")).hasSize(2);
        assertThat(receiver.attempts()).containsExactlyInAnyOrder("cut-a_1#1", "cut-b_1#1");
    }

    @Test
    void aRestartForgetsNoRetryAndRepeatsNothing() throws Exception {
        var failing = new FakeReceiver(parcel ->
                parcel.alert().getAlertId().equals("again-a") ? Attempt.Failed.because("down") : Attempt.DELIVERED);
        var first = ready("again", failing, "{filter: {patterns: again}, retry: [2s, 2s]}");
        try (first) {
            write(alert("again", "again-a", 1), alert("again", "again-b", 1), alert("again", "again-b", 2));
            await().atMost(PATIENCE).until(() -> failing.attempts().size() == 3);
        }

        var receiver = FakeReceiver.willing();
        var second = ready("again", receiver, "{filter: {patterns: again}, retry: [2s, 2s]}");
        try (second) {
            await().atMost(PATIENCE).until(() -> !receiver.attempts().isEmpty());
            write(alert("again", "again-c", 1));
            await().atMost(PATIENCE).until(() -> receiver.attempts().size() == 2);
        }
        assertThat(receiver.attempts().get(0)).matches("again-a_1#[23]");
        assertThat(receiver.attempts().get(1)).isEqualTo("again-c_1#1");
    }

    @Test
    void aLongBacklogIsDeliveredAfterARestart() throws Exception {
        int length = 240;
        long first = writeTo(0, "backlog", length);
        var backlog = new TreeMap<Long, Progress.Tries>();
        LongStream.range(first, first + length).forEach(offset -> backlog.put(offset, Progress.Tries.NONE));
        var progress = new Progress(first + length, backlog);
        admin.alterConsumerGroupOffsets(
                        "test.sink.backlog",
                        Map.of(
                                new TopicPartition(TopicCatalogue.ALERT_HISTORY.name(), 0),
                                new OffsetAndMetadata(progress.offset(), progress.asText())))
                .all()
                .get();

        var receiver = FakeReceiver.willing();
        var sink = ready("backlog", receiver, "{filter: {patterns: backlog}, parallel: 16}");
        try (sink) {
            await().atMost(PATIENCE).until(() -> receiver.attempts().size() == length);
        }
        assertThat(receiver.attempts()).doesNotHaveDuplicates();
    }

    @Test
    void aSlowSinkHoldsBackNoOther() throws Exception {
        var silent = FakeReceiver.silent();
        var receiver = FakeReceiver.willing();
        var slow = ready("slow", silent, "{filter: {patterns: quick}, parallel: 1}");
        var quick = ready("quick", receiver, "{filter: {patterns: quick}}");
        try (slow;
                quick) {
            for (int i = 0; i < 20; i++) {
                write(alert("quick", "quick-" + i, 1));
            }

            await().atMost(PATIENCE).until(() -> receiver.attempts().size() == 20);
        }
        assertThat(silent.attempts()).hasSize(1);
    }

    @Test
    void aReceiverThatIsGoneIsNotAskedAgain() throws Exception {
        var gone = new FakeReceiver(parcel -> new Attempt.Gone("410"));
        var sink = ready("gone", gone, "{filter: {patterns: gone}, parallel: 1}");
        try (sink) {
            write(alert("gone", "gone-a", 1), alert("gone", "gone-b", 1));
            await().atMost(PATIENCE).until(() -> gone.attempts().size() == 1);
            await().atMost(PATIENCE)
                    .until(() -> metrics.get("alert.sinks.gone").gauge().value() == 1);
        }

        var receiver = FakeReceiver.willing();
        var mended = ready("gone", receiver, "{filter: {patterns: gone}}");
        try (mended) {
            await().atMost(PATIENCE).until(() -> receiver.attempts().size() == 2);
        }
        assertThat(receiver.attempts()).containsExactlyInAnyOrder("gone-a_1#2", "gone-b_1#1");
    }

    @Test
    void whatWasGivenUpIsDeliveredAgainOnDemand() throws Exception {
        var refusing = new FakeReceiver(parcel -> new Attempt.Refused("full"));
        var sink = ready("replay", refusing, "{filter: {patterns: replay}}");
        try (sink) {
            write(alert("replay", "replay-a", 1), alert("replay", "replay-a", 2), alert("replay", "replay-b", 1));
            await().atMost(PATIENCE).until(() -> refusing.attempts().size() == 3);
        }
        var receiver = FakeReceiver.willing();
        var order = SinkOrder.from(PlanFile.parse("sink", "{name: replay}"));
        var replay = new DeliveryReplay(settings, serdes);
        var query = new DeliveryReplay.Query(
                Optional.of("replay"), Optional.of("replay-a"), Optional.of(DeliveryOutcome.GIVEN_UP), Instant.EPOCH);

        var done = replay.replay(new DeliveryPlan.Planned(order, receiver), query);

        assertThat(done).extracting(Delivery::getOutcome).containsOnly(DeliveryOutcome.DELIVERED);
        assertThat(receiver.attempts()).containsExactly("replay-a_1#2", "replay-a_2#2");
        assertThat(replay.last(query)).isEmpty();
    }

    private SinkPart ready(String name, Sink receiver, String yaml) {
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
    private static boolean hasStarted(String name) {
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

    private static Alert alert(String pattern, String id, int revision) {
        return Alerts.alert(id, revision).setPatternId(pattern).build();
    }

    private static void write(Alert... alerts) throws Exception {
        for (var alert : alerts) {
            history.send(new ProducerRecord<>(TopicCatalogue.ALERT_HISTORY.name(), alert.getAlertId(), alert))
                    .get();
        }
    }

    /** Writes alerts to one partition; answers the offset of the first. */
    private static long writeTo(int partition, String pattern, int many) throws Exception {
        var sent = IntStream.range(0, many)
                .mapToObj(number -> alert(pattern, pattern + "-" + number, 1))
                .map(alert -> history.send(new ProducerRecord<>(
                        TopicCatalogue.ALERT_HISTORY.name(), partition, alert.getAlertId(), alert)))
                .toList();
        history.flush();
        return sent.get(0).get().offset();
    }

    private static List<String> outcomes(String sink, String key) {
        return logged(sink).stream()
                .filter(entry -> entry.getDeliveryId().equals(key))
                .map(entry -> entry.getOutcome() + " " + entry.getAttempt())
                .toList();
    }

    private static List<Delivery> logged(String sink) {
        try (var consumer = new KafkaConsumer<>(
                settings.forConsumer(),
                new StringDeserializer(),
                serdes.of(Delivery.class).deserializer())) {
            var partitions = IntStream.range(0, 3)
                    .mapToObj(number -> new TopicPartition(TopicCatalogue.DELIVERIES.name(), number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = Stream.<Delivery>builder();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                StreamSupport.stream(consumer.poll(Duration.ofMillis(100)).spliterator(), false)
                        .filter(record -> record.value().getSink().equals(sink))
                        .forEach(record -> found.add(record.value()));
            }
            return found.build().toList();
        }
    }
}
