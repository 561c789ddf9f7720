package io.missionwatch.alert.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.missionwatch.schema.Alert;
import io.missionwatch.serde.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StreamHubTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final StreamHub hub = new StreamHub(new SimpleMeterRegistry());
    private final Recorded line = new Recorded();

    @BeforeAll
    static void trustOurRecords() {
        AvroSerdes.local().close();
    }

    @Test
    void aSlowClientIsCutOffAndHoldsNobodyBack() {
        var slow = new StreamClient(alert -> true, line, () -> true);
        var other = new StreamClient(alert -> true, new Recorded(), () -> true);
        hub.add(slow);

        for (int offset = 0; offset <= StreamClient.QUEUE; offset++) {
            publish(offset);
        }
        hub.add(other);

        assertThat(slow.offer(alert(9999))).isFalse();
        assertThat(line.isClosed()).isTrue();
        assertThat(other.offer(alert(9999))).isTrue();
    }

    @Test
    void aClientThatComesBackGetsWhatItMissedOnceAndThenWhatComes() throws InterruptedException {
        for (int offset = 0; offset < 5; offset++) {
            publish(offset);
        }
        line.closesAfter = 4;
        var client = new StreamClient(alert -> true, line, () -> true);

        client.serve(
                hub,
                (from, to, reader) -> {
                    publish(5);
                    var missed = LongStream.range(2, to.next().get(0));
                    assertThat(missed.mapToObj(StreamHubTest::alert)).allMatch(reader);
                    return Optional.empty();
                },
                Optional.of(new Position(Map.of(0, 2L))));

        assertThat(line.sent).containsExactly("2", "3", "4", "5");
    }

    @Test
    void aShortGapIsFilledFromMemory() throws InterruptedException {
        for (int offset = 0; offset < 5; offset++) {
            publish(offset);
        }
        hub.pastIsRead();
        line.closesAfter = 2;
        var client = new StreamClient(alert -> true, line, () -> true);

        client.serve(
                hub,
                (from, to, reader) -> {
                    throw new AssertionError("read from Kafka");
                },
                Optional.of(new Position(Map.of(0, 3L))));

        assertThat(line.sent).containsExactly("3", "4");
    }

    @Test
    void aClientIsToldWhatCannotBeHadAnyMoreAndGoesOn() throws InterruptedException {
        line.closesAfter = 2;
        var client = new StreamClient(alert -> true, line, () -> true);

        client.serve(
                hub,
                (from, to, reader) -> {
                    publish(0);
                    return Optional.of("gone");
                },
                Optional.of(new Position(Map.of(0, 700L))));

        assertThat(line.sent).containsExactly("gap", "0");
    }

    @Test
    void aClientWhoseTokenIsRevokedIsServedNoLonger() throws InterruptedException {
        var looks = new AtomicInteger();
        var client = new StreamClient(alert -> true, line, () -> looks.incrementAndGet() < 3, Duration.ofMillis(1));

        client.serve(hub, (from, to, reader) -> Optional.empty(), Optional.empty());

        assertThat(looks).hasValue(3);
        assertThat(hub.clients()).isZero();
    }

    @Test
    void aPositionComesBackAsItWas() {
        var position = new Position(Map.of(0, 12L, 7, 3L));

        assertThat(Position.parse(position.toString())).isEqualTo(position);
    }

    private void publish(long offset) {
        hub.publish(alert(offset));
    }

    private static StreamedAlert alert(long offset) {
        var alert = Alert.newBuilder()
                .setAlertId(Long.toString(offset))
                .setRevision(1)
                .setPatternId("pattern")
                .setPatternVersion(0)
                .setGroup(Map.of())
                .setWindowStart(NOON)
                .setWindowEnd(NOON)
                .setIncidentId("incident")
                .setTitle("title")
                .setOpenedAt(NOON)
                .setUpdatedAt(NOON)
                .build();
        return new StreamedAlert(0, offset, alert);
    }

    private static final class Recorded implements StreamClient.Line {
        private final List<String> sent = new ArrayList<>();
        private int closesAfter = Integer.MAX_VALUE;
        private boolean aborted;

        @Override
        public void send(String position, byte[] json) {
            var text = new String(json, StandardCharsets.UTF_8);
            sent.add(text.replaceAll(".*\"alertId\":\"([0-9]+)\".*", "$1"));
        }

        @Override
        public void gap(String position, String reason) {
            sent.add("gap");
        }

        @Override
        public void heartbeat() {}

        @Override
        public boolean isClosed() {
            return aborted || sent.size() >= closesAfter;
        }

        @Override
        public void abort() {
            aborted = true;
        }
    }
}
