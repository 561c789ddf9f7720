package io.missionwatch.alert.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.missionwatch.schema.Alert;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StreamHubTest {

    private final StreamHub hub = new StreamHub(new SimpleMeterRegistry());
    private final Recorded line = new Recorded();

    @Test
    void aSlowClientIsCutOffAndHoldsNobodyBack() {
        var slow = new StreamClient(alert -> true, line);
        var other = new StreamClient(alert -> true, new Recorded());
        hub.add(slow);

        for (int offset = 0; offset <= StreamClient.QUEUE; offset++) {
            publish(offset);
        }
        hub.add(other);

        assertThat(slow.offer(alert(9999))).isFalse();
        assertThat(other.offer(alert(9999))).isTrue();
    }

    @Test
    void aClientThatComesBackGetsWhatItMissedOnceAndThenWhatComes() throws InterruptedException {
        for (int offset = 0; offset < 5; offset++) {
            publish(offset);
        }
        line.closesAfter = 4;
        var client = new StreamClient(alert -> true, line);

        client.serve(
                hub,
                (from, to, reader) -> {
                    publish(5);
                    var missed = LongStream.range(2, to.next().get(0));
                    assertThat(missed.mapToObj(StreamHubTest::alert)).allMatch(reader);
                },
                Optional.of(new Position(Map.of(0, 2L))));

        assertThat(line.sent).containsExactly("2", "3", "4", "5");
    }

    @Test
    void aPositionComesBackAsItWas() {
        var position = new Position(Map.of(0, 12L, 7, 3L));

        assertThat(Position.parse(position.toString())).isEqualTo(position);
    }

    private void publish(long offset) {
        hub.publish(0, offset, () -> alert(offset));
    }

    private static StreamedAlert alert(long offset) {
        return new StreamedAlert(0, offset, new Alert(), Long.toString(offset));
    }

    private static final class Recorded implements StreamClient.Line {
        private final List<String> sent = new ArrayList<>();
        private int closesAfter = Integer.MAX_VALUE;

        @Override
        public void send(String position, String json) {
            sent.add(json);
        }

        @Override
        public void heartbeat() {}

        @Override
        public boolean isClosed() {
            return sent.size() >= closesAfter;
        }
    }
}
