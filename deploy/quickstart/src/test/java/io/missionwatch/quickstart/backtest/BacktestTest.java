package io.missionwatch.quickstart.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.quickstart.backtest.Backtest.Summary;
import io.missionwatch.schema.Alert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The articles of the examples, held against the pattern of the examples and against another version of it. */
class BacktestTest {

    private static final Path EXAMPLES = Path.of("examples");
    private static final String PATTERN = "0f6d1f0e-3c0f-4f0a-9b63-6f1d3a5b7c21";

    @TempDir
    static Path directory;

    private static Summary summary;

    @BeforeAll
    static void run() throws IOException {
        var first = EXAMPLES.resolve("patterns");
        var second = Files.createDirectory(directory.resolve("second"));
        var text = Files.readString(first.resolve("attack-in-the-sudan.yaml"));
        Files.writeString(second.resolve("attack.yaml"), text.replace("level: high", "level: low"));
        Files.writeString(
                second.resolve("evacuation.yaml"),
                text.replace(PATTERN, "evacuated")
                        .replace("event.type: ATTACK", "event.type: EVACUATION")
                        .replaceAll("(?s)  examples:.*", ""));
        var versions = List.of(PatternFiles.read(first), PatternFiles.read(second));
        summary = new Backtest(versions, directory.resolve("out"))
                .run(Past.in(EXAMPLES.resolve("articles.jsonl")), done -> {});
    }

    @Test
    void raisesTheAlertsOfEachVersion() {
        assertThat(summary.articles()).isEqualTo(4);
        assertThat(summary.fired().get(0).all()).extracting(Alert::getPatternId).containsExactly(PATTERN);
        assertThat(summary.fired().get(1).all()).extracting(Alert::getPatternId).containsExactly(PATTERN, "evacuated");
    }

    @Test
    void writesTheAlertsOfTheFirst() throws IOException {
        assertThat(Files.readAllLines(directory.resolve("out/alerts.jsonl")))
                .singleElement()
                .asString()
                .contains("\"articleIds\":[\"eastgate-1\",\"castellan-1\"]");
    }

    @Test
    void saysHowRightThePatternsAre() {
        var labels = new Labels(Map.of(
                "castellan-1", new Labels.Label(true, Optional.of(Set.of(PATTERN))),
                "eastgate-1", new Labels.Label(false, Optional.empty()),
                "castellan-2", new Labels.Label(true, Optional.of(Set.of("evacuated")))));

        assertThat(FiredTable.of(summary.fired().get(0), Optional.of(labels)))
                .extracting(line -> line.replaceAll(" +", " ").strip())
                .containsExactly(
                        "pattern mode alerts articles right wrong missed precision recall",
                        "Attack on a mission in Sudan live 1 2 1 1 0 0.50 1.00",
                        "all live patterns 1 2 1 1 1 0.50 0.50");
    }

    @Test
    void tellsWhatAnotherVersionChanges() {
        var lines = new Comparison(summary.fired().get(0), summary.fired().get(1)).lines();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("appears ").contains("Evacuation");
        assertThat(lines.get(1)).startsWith("changes ").contains("severity ");
        assertThat(lines.get(2)).isEqualTo("1 alerts appear, 0 vanish, 1 change, 0 are the same");
    }

    @Test
    void tellsWhatVanishes() {
        var lines = new Comparison(summary.fired().get(1), summary.fired().get(0)).lines();

        assertThat(lines).last().isEqualTo("0 alerts appear, 1 vanish, 1 change, 0 are the same");
    }

    @Test
    void namesALabelThatIsNone() throws IOException {
        var file = Files.writeString(directory.resolve("labels.jsonl"), "{\"id\": \"a\", \"alert\": \"yes\"}\n");

        assertThatThrownBy(() -> Labels.in(file))
                .isInstanceOf(BacktestException.class)
                .hasMessageStartingWith(file + ":1: expected");
    }
}
