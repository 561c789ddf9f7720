package io.missionwatch.ingest.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void seesThroughSmallEdits() {
        var story = words(0, 300);
        var edited = story.replace("w17 ", "changed ").replace("w200 ", "");

        assertThat(Fingerprint.of(story)).hasSize(128).isNotEqualTo(Fingerprint.of(edited));
        assertThat(Fingerprint.similarity(Fingerprint.of(story), Fingerprint.of(edited)))
                .isGreaterThan(0.7);
    }

    @Test
    void tellsStoriesApart() {
        assertThat(Fingerprint.similarity(Fingerprint.of(words(0, 300)), Fingerprint.of(words(1000, 300))))
                .isLessThan(0.1);
    }

    @Test
    void takesTextsOfAnyLength() {
        assertThat(Fingerprint.of(" ... ")).isEmpty();
        assertThat(Fingerprint.of("one")).hasSize(128);
        assertThat(Fingerprint.similarity(Fingerprint.of(""), Fingerprint.of("")))
                .isZero();
        assertThat(Fingerprint.of("One, two THREE")).isEqualTo(Fingerprint.of("one two three"));
    }

    private static String words(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    }
}
