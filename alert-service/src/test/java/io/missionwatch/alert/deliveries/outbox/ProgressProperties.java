package io.missionwatch.alert.deliveries.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.alert.deliveries.outbox.Progress.Tries;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ProgressProperties {

    private static final int MOST_OF_A_BROKER = 4096;

    @Property(tries = 200)
    void isReadAsItWasWritten(@ForAll("progress") Progress progress) {
        assertThat(Progress.parse(progress.offset(), progress.asText())).contains(progress);
    }

    @Property(tries = 200)
    void fitsIntoTheMetadataOfAnOffset(@ForAll("progress") Progress progress) {
        assertThat(progress.asText().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_OF_A_BROKER);
    }

    @Test
    void whatSomebodyElseCommittedIsNotOurs() {
        assertThat(Progress.parse(7, "")).isEmpty();
        assertThat(Progress.parse(7, "1;x!;")).isEmpty();
        assertThat(Progress.parse(7, "2;0;")).isEmpty();
    }

    @Provide
    Arbitrary<Progress> progress() {
        var tries = Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.longs().between(1_700_000_000L, 2_000_000_000L))
                .as((attempts, second) -> new Tries(attempts, Instant.ofEpochSecond(second)));
        var open = Arbitraries.maps(
                        Arbitraries.longs().between(1_000_000_000L, 1_000_010_000L),
                        Arbitraries.oneOf(Arbitraries.just(Tries.NONE), tries))
                .ofMaxSize(150);
        return open.map(items -> new Progress(1_000_010_001L, new TreeMap<>(items)));
    }
}
