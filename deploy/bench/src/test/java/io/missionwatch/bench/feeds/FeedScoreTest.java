package io.missionwatch.bench.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs only where the labelled feeds lie beside the project. */
class FeedScoreTest {

    private static final Path LABELLED = Path.of("../../../shared/eval/feeds");

    @Test
    void isAboveThePeers() throws IOException {
        assumeTrue(Files.isDirectory(LABELLED), "labelled feeds are not here");

        var scores = FeedBench.compare(LABELLED);

        assertThat(scores.get(0).share())
                .as("%s", String.join("\n", scores.get(0).misses()))
                .isGreaterThanOrEqualTo(0.985)
                .isGreaterThan(scores.get(1).share());
    }
}
