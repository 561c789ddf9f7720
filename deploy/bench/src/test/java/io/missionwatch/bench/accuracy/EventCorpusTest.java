package io.missionwatch.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.text.Resources;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventCorpusTest {

    private static final double FLOOR = 0.95;
    /** Figures are kept with three places. */
    private static final double ROUNDING = 0.0006;

    private static final ArticleEnricher ENRICHER = ArticleEnricher.load();
    private static final List<CorpusScore> SCORES = CorpusScore.all(ENRICHER);
    private static final PhraseTable PHRASES = PhraseTable.of(ENRICHER);

    @Test
    void readsWhatRulesWereMadeByWellEnoughToAlertOn() {
        var whole = SCORES.stream()
                .filter(score -> score.part().equals(CorpusScore.SEEN))
                .findAny()
                .orElseThrow();

        assertThat(whole.texts()).isGreaterThanOrEqualTo(300);
        assertThat(whole.ours().precision())
                .as("precision; wrong are %s", whole.wrong())
                .isGreaterThanOrEqualTo(FLOOR);
        assertThat(whole.ours().recall())
                .as("recall; wrong are %s", whole.wrong())
                .isGreaterThanOrEqualTo(FLOOR);
    }

    @Test
    void readsThePhrasesOfMissionsBetterThanAPlainSearch() {
        assertThat(PHRASES.phrases()).isGreaterThanOrEqualTo(200);
        assertThat(PHRASES.any().f1()).isGreaterThan(PHRASES.words().f1());
        assertThat(PHRASES.whole().f1()).isGreaterThanOrEqualTo(FLOOR);
    }

    @Test
    void findsTheKeywordBaselineWanting() {
        assertThat(SCORES)
                .allSatisfy(score ->
                        assertThat(score.words().f1()).isLessThan(score.ours().f1()));
    }

    /** A better figure is kept by writing it into {@code accuracy/results.tsv}; a worse one is seen here. */
    @Test
    void dropsBelowNoFigureThatIsKept() {
        var now = Stream.concat(SCORES.stream().flatMap(score -> score.rows().stream()), PHRASES.rows().stream())
                .collect(Collectors.toMap(row -> row.set() + " " + row.measure(), CorpusScore.Row::ours));

        var kept = Resources.lines("accuracy/results.tsv").stream()
                .map(line -> line.split("\t", -1))
                .toList();

        assertThat(kept).hasSize(now.size());
        assertThat(kept)
                .allSatisfy(row -> assertThat(now.get(row[0] + " " + row[1]))
                        .as("%s %s", row[0], row[1])
                        .isGreaterThanOrEqualTo(Double.parseDouble(row[2]) - ROUNDING));
    }
}
