package io.missionwatch.ingest.submissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.submissions.SubmissionBody.Line;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubmissionBodyTest {

    private static final int MOST = 3;
    private static final String GOOD = "{\"outlet\":\"The Example\",\"title\":\"One\"}";

    private final SubmissionReader reader = new SubmissionReader(Optional.empty(), true);

    private List<Line> lines(String body) {
        return SubmissionBody.lines(body, MOST, reader);
    }

    private List<Line> json(String body) {
        return SubmissionBody.json(body, MOST, reader);
    }

    @Test
    void numbersLinesAndPassesOverEmptyOnes() {
        assertThat(lines(GOOD + "\r\n\n  \n" + GOOD)).extracting(Line::line).containsExactly(1, 4);
        assertThat(lines(GOOD + "\n")).hasSize(1);
        assertThat(lines("")).isEmpty();
    }

    @Test
    void readsNothingBehindOneMoreThanTheMost() {
        assertThat(lines("1\n".repeat(100))).hasSize(MOST + 1);
        assertThat(json("[" + "1,".repeat(100) + "1]")).hasSize(MOST + 1);
    }

    @Test
    void saysThatNothingBehindAFaultWasRead() {
        var broken = json("[\n" + GOOD + ",\n{not json},\n" + GOOD + "]");
        var tooLong = json("[" + GOOD + ",{\"text\":\"" + "x".repeat(9 << 20) + "\"}," + GOOD + "]");

        assertThat(broken).extracting(Line::line).containsExactly(2, 3);
        assertThat(broken.get(1).fault()).startsWith("not JSON: ").endsWith("nothing behind it was read");
        assertThat(tooLong).hasSize(2);
        assertThat(tooLong.get(1).fault())
                .startsWith("too large")
                .contains("8 MiB")
                .endsWith("nothing behind it was read");
    }

    @Test
    void readsOnBehindABadLine() {
        var lines = lines(GOOD + "\n" + "[".repeat(50) + "\n{not json}\n");

        assertThat(lines)
                .extracting(Line::fault)
                .satisfiesExactly(
                        none -> assertThat(none).isEmpty(),
                        deep -> assertThat(deep).startsWith("too large").contains("20 deep"),
                        malformed -> assertThat(malformed).startsWith("not JSON: malformed at column"));
    }
}
