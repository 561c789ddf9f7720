package io.missionwatch.bench.enrich;

import io.missionwatch.bench.figures.CpuClock;
import io.missionwatch.bench.figures.Row;
import io.missionwatch.enrich.articles.ArticleEnricher;
import java.util.List;

/** Measures what it takes to know all actors, places, missions, words and languages; before anything else has used them. */
final class ReferenceCost {
    private static final int MOST_MEBIBYTES = 200;
    private static final int MOST_SECONDS = 3;
    /** No English: the language model is read for it, too. */
    private static final String FRENCH =
            "Des hommes armés ont attaqué hier soir l'ambassade de Russie à Kaboul, selon la police de la ville.";

    private final ArticleEnricher enricher;
    private final List<Row> rows;

    private ReferenceCost(ArticleEnricher enricher, List<Row> rows) {
        this.enricher = enricher;
        this.rows = rows;
    }

    static ReferenceCost measured() {
        var start = CpuClock.secondsOfThread();
        var held = Heap.held(ReferenceCost::loaded);
        var seconds = CpuClock.secondsOfThread() - start;
        return new ReferenceCost(
                held.made(),
                List.of(
                        Row.atMost("MiB of heap for all reference data", held.mebibytes(), "%.0f", MOST_MEBIBYTES),
                        Row.atMost("CPU seconds of the thread that loads it", seconds, "%.1f", MOST_SECONDS)));
    }

    private static ArticleEnricher loaded() {
        var enricher = ArticleEnricher.load();
        enricher.enrich(ArticleCost.article(FRENCH));
        return enricher;
    }

    ArticleEnricher enricher() {
        return enricher;
    }

    List<Row> rows() {
        return rows;
    }
}
