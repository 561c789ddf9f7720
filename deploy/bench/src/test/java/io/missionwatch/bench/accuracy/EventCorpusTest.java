package io.missionwatch.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.text.Document;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class EventCorpusTest {

    private static final double FLOOR = 0.95;

    @Test
    void readsOurOwnCorpusWellEnoughToAlertOn() {
        var enricher = ArticleEnricher.load();
        var wrong = new ArrayList<String>();
        var tally = Tally.NONE;
        for (var text : LabelledText.corpus()) {
            boolean alert = enricher.enrich(text.article()).events().stream().anyMatch(AlertWorthy::test);
            tally = tally.plus(text.alert(), alert);
            if (alert != text.alert()) {
                wrong.add((alert ? "raised: " : "missed: ") + text.article().body());
            }
        }

        assertThat(tally.precision()).as("precision; wrong are %s", wrong).isGreaterThanOrEqualTo(FLOOR);
        assertThat(tally.recall()).as("recall; wrong are %s", wrong).isGreaterThanOrEqualTo(FLOOR);
    }

    @Test
    void findsTheKeywordBaselineWanting() {
        var tally = Tally.NONE;
        for (var text : LabelledText.corpus()) {
            var document = Document.of(text.article().title(), text.article().body());
            tally = tally.plus(text.alert(), KeywordBaseline.alerts(document));
        }

        assertThat(tally.precision()).isLessThan(FLOOR);
    }
}
