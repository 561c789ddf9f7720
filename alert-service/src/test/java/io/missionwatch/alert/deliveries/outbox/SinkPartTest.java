package io.missionwatch.alert.deliveries.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.missionwatch.alert.deliveries.Alerts;
import io.missionwatch.alert.deliveries.DeliveryPlan;
import io.missionwatch.alert.deliveries.DeliveryReplay;
import io.missionwatch.alert.deliveries.plan.PlanFile;
import io.missionwatch.runtime.PartState;
import io.missionwatch.schema.Delivery;
import io.missionwatch.schema.DeliveryOutcome;
import io.missionwatch.schema.Severity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sinks on a real broker. Each test has a sink, and alerts, of its own. */
class SinkPartTest {

    private static final Duration PATIENCE = SinkHouse.PATIENCE;

    private static SinkHouse house;

    private final MeterRegistry metrics = new SimpleMeterRegistry();

    @BeforeAll
    static void start(@TempDir Path directory) {
        house = SinkHouse.start(directory);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void deliversInOrderAndLogsIt() throws Exception {
        var receiver = FakeReceiver.willing();
        try (var sink = ready("order", receiver, "filter: {patterns: order}")) {
            for (int revision = 1; revision <= 5; revision++) {
                house.write(
                        SinkHouse.alert("order", "order-a", revision), SinkHouse.alert("order", "order-b", revision));
            }
            house.write(SinkHouse.alert("another", "order-c", 1));

            await().atMost(PATIENCE).until(() -> receiver.attempts().size() == 10);

            assertThat(sink.state()).isEqualTo(PartState.READY);
        }
        assertThat(receiver.attempts().stream().filter(key -> key.startsWith("order-a")))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 5)
                        .mapToObj(revision -> "order-a_" + revision + "#1")
                        .toList());
        assertThat(house.logged("order")).hasSize(10);
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
                house.write(SinkHouse.alert("retry", id, 1), SinkHouse.alert("retry", id, 2));
            }

            await().atMost(PATIENCE).until(() -> receiver.attempts().size() == 16);
        }
        assertThat(house.outcomes("retry", "retry-a_1")).containsExactly("RETRY 1", "RETRY 2", "DELIVERED 3");
        assertThat(house.outcomes("retry", "retry-b_1")).containsExactly("RETRY 1", "RETRY 2", "GIVEN_UP 3");
        assertThat(house.outcomes("retry", "retry-b_2")).containsExactly("RETRY 1", "RETRY 2", "GIVEN_UP 3");
        assertThat(house.outcomes("retry", "retry-c_1")).containsExactly("GIVEN_UP 1");
        assertThat(house.outcomes("retry", "retry-d_2")).containsExactly("DELIVERED 1");
        assertThat(receiver.attempts().indexOf("retry-b_2#1"))
                .isGreaterThan(receiver.attempts().indexOf("retry-b_1#3"));
    }

    @Test
    void deliversAgainWithTheSameKeyWhatWasCutOff() throws Exception {
        var silent = FakeReceiver.silent();
        try (var sink = ready("cut", silent, "{filter: {patterns: cut}, parallel: 1}")) {
            house.write(SinkHouse.alert("cut", "cut-a", 1), SinkHouse.alert("cut", "cut-b", 1));
            await().atMost(PATIENCE).until(() -> silent.attempts().size() == 1);
            assertThat(sink.name()).isEqualTo("sink-cut");
        }
        assertThat(house.logged("cut")).isEmpty();

        var receiver = FakeReceiver.willing();
        var second = ready("cut", receiver, "{filter: {patterns: cut}}");
        try (second) {
            await().atMost(PATIENCE).until(() -> receiver.attempts().size() == 2);
        }
        assertThat(house.logged("cut")).hasSize(2);
        assertThat(receiver.attempts()).containsExactlyInAnyOrder("cut-a_1#1", "cut-b_1#1");
    }

    @Test
    void aRestartForgetsNoRetryAndRepeatsNothing() throws Exception {
        var failing = new FakeReceiver(parcel ->
                parcel.alert().getAlertId().equals("again-a") ? Attempt.Failed.because("down") : Attempt.DELIVERED);
        var first = ready("again", failing, "{filter: {patterns: again}, retry: [2s, 2s]}");
        try (first) {
            house.write(
                    SinkHouse.alert("again", "again-a", 1),
                    SinkHouse.alert("again", "again-b", 1),
                    SinkHouse.alert("again", "again-b", 2));
            await().atMost(PATIENCE).until(() -> failing.attempts().size() == 3);
        }

        var receiver = FakeReceiver.willing();
        var second = ready("again", receiver, "{filter: {patterns: again}, retry: [2s, 2s]}");
        try (second) {
            await().atMost(PATIENCE).until(() -> !receiver.attempts().isEmpty());
            house.write(SinkHouse.alert("again", "again-c", 1));
            await().atMost(PATIENCE).until(() -> receiver.attempts().size() == 2);
        }
        assertThat(receiver.attempts().get(0)).matches("again-a_1#[23]");
        assertThat(receiver.attempts().get(1)).isEqualTo("again-c_1#1");
    }

    @Test
    void aLongBacklogIsDeliveredAfterARestart() throws Exception {
        int length = 240;
        long first = house.writeTo(0, "backlog", length);
        var backlog = new TreeMap<Long, Progress.Tries>();
        LongStream.range(first, first + length).forEach(offset -> backlog.put(offset, Progress.Tries.NONE));
        var progress = new Progress(first + length, backlog);
        house.commit("backlog", 0, progress);

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
                house.write(SinkHouse.alert("quick", "quick-" + i, 1));
            }

            await().atMost(PATIENCE).until(() -> receiver.attempts().size() == 20);
        }
        assertThat(silent.attempts()).hasSize(1);
    }

    @Test
    void whatIsGatheredIsBroughtTogetherAndTriedAgainTogether() throws Exception {
        var receiver = new GatheringReceiver(new Gathering(Duration.ofHours(1), Severity.CRITICAL));
        var sink = ready("together", receiver, "{filter: {patterns: together}, retry: [50ms]}");
        try (sink) {
            house.write(
                    SinkHouse.alert("together", "together-a", 1),
                    SinkHouse.alert("together", "together-a", 2),
                    SinkHouse.alert("together", "together-b", 1));
            await().atMost(PATIENCE)
                    .until(() -> metrics.get("alert.deliveries.open").gauge().value() == 3);
            assertThat(receiver.batches()).isEmpty();
            house.write(Alerts.alert("together-c", 1)
                    .setPatternId("together")
                    .setSeverity(Severity.CRITICAL)
                    .build());

            await().atMost(PATIENCE).until(() -> receiver.batches().size() == 2);
        }
        assertThat(receiver.batches().get(0))
                .containsExactlyInAnyOrder("together-a_1#1", "together-a_2#1", "together-b_1#1", "together-c_1#1");
        assertThat(receiver.batches().get(1))
                .containsExactlyInAnyOrder("together-a_1#2", "together-a_2#2", "together-b_1#2", "together-c_1#2")
                .containsSubsequence("together-a_1#2", "together-a_2#2");
        assertThat(house.outcomes("together", "together-a_2")).containsExactly("RETRY 1", "DELIVERED 2");
    }

    @Test
    void whatIsTooMuchForOneGoesWithTheNextAndTheOldestHasWaitedSinceItWasWritten() throws Exception {
        var receiver = new GatheringReceiver(new Gathering(Duration.ofHours(1), Severity.CRITICAL));
        var sink = ready("parts", receiver, "{filter: {patterns: parts}, retry: [1s]}");
        try (sink) {
            house.writeTo(0, "parts", 59);
            await().atMost(PATIENCE)
                    .until(() -> metrics.get("alert.deliveries.open").gauge().value() == 59);
            assertThat(receiver.batches()).isEmpty();

            house.writeAt(Instant.now().minus(Duration.ofHours(1)), SinkHouse.alert("parts", "parts-late", 1));

            await().atMost(PATIENCE)
                    .until(() -> metrics.get("alert.deliveries.open").gauge().value() == 0);
        }
        var batches = receiver.batches();
        assertThat(batches).extracting(List::size).containsExactly(50, 10, 50);
        assertThat(batches.get(2)).allMatch(key -> key.endsWith("#2"));
        assertThat(batches.stream().skip(1).flatMap(List::stream)).doesNotHaveDuplicates();
    }

    @Test
    void aReceiverThatIsGoneIsNotAskedAgain() throws Exception {
        var gone = new FakeReceiver(parcel -> new Attempt.Gone("410"));
        var sink = ready("gone", gone, "{filter: {patterns: gone}, parallel: 1}");
        try (sink) {
            house.write(SinkHouse.alert("gone", "gone-a", 1), SinkHouse.alert("gone", "gone-b", 1));
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
            house.write(
                    SinkHouse.alert("replay", "replay-a", 1),
                    SinkHouse.alert("replay", "replay-a", 2),
                    SinkHouse.alert("replay", "replay-b", 1));
            await().atMost(PATIENCE).until(() -> refusing.attempts().size() == 3);
        }
        var receiver = FakeReceiver.willing();
        var order = SinkOrder.from(PlanFile.parse("sink", "{name: replay}"));
        var replay = house.replay();
        var query = new DeliveryReplay.Query(
                Optional.of("replay"), Optional.of("replay-a"), Optional.of(DeliveryOutcome.GIVEN_UP), Instant.EPOCH);

        var done = replay.replay(new DeliveryPlan.Planned(order, receiver), query);

        assertThat(done).extracting(Delivery::getOutcome).containsOnly(DeliveryOutcome.DELIVERED);
        assertThat(receiver.attempts()).containsExactly("replay-a_1#2", "replay-a_2#2");
        assertThat(replay.last(query)).isEmpty();
    }

    private SinkPart ready(String name, Sink receiver, String yaml) {
        return house.ready(name, receiver, yaml, metrics);
    }
}
