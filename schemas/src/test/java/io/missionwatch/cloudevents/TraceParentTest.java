package io.missionwatch.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String IDS = "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7";

    @Test
    void readsWhatItPrints() {
        var trace = TraceParent.start();

        assertThat(TraceParent.parse(trace.toString())).contains(trace);
        assertThat(trace.next().traceId()).isEqualTo(trace.traceId());
        assertThat(trace.next().spanId()).isNotEqualTo(trace.spanId());
    }

    @Test
    void keepsWhetherTheTraceIsRecorded() {
        assertThat(TraceParent.parse("00-" + IDS + "-00").orElseThrow().sampled())
                .isFalse();
        assertThat(TraceParent.parse("00-" + IDS + "-03").orElseThrow().sampled())
                .isTrue();
    }

    @Test
    void readsALaterVersionWithMoreFields() {
        assertThat(TraceParent.parse("01-" + IDS + "-01-more")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-" + IDS,
                "00-" + IDS + "-01-more",
                "ff-" + IDS + "-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01"
            })
    void refusesWhatIsNotInW3csForm(String header) {
        assertThat(TraceParent.parse(header)).isEmpty();
    }

    @Property(tries = 100)
    void neverFails(@ForAll String header) {
        assertThat(TraceParent.parse(header)).isNotNull();
    }
}
