package io.missionwatch.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs only where the labelled feeds lie beside the project. */
class FeedScoreTest {

    private static final Path LABELLED = Path.of("../../shared/eval/feeds");

    @Test
    void satisfiesTheLabelledFeeds() throws IOException {
        assumeTrue(Files.isDirectory(LABELLED), "labelled feeds are not here");

        var score = new FeedScore(LABELLED).run();

        assertThat(score.share()).as("%s", String.join("\n", score.misses)).isGreaterThanOrEqualTo(0.985);
    }
}
