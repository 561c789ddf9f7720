package io.missionwatch.bench.enrich;

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
        var held = Heap.held(ReferenceCost::loaded);
        return new ReferenceCost(
                held.made().enricher(),
                List.of(
                        Row.atMost("MiB of heap for all reference data", held.mebibytes(), "%.0f", MOST_MEBIBYTES),
                        Row.atMost("seconds until it is loaded", held.made().seconds(), "%.1f", MOST_SECONDS)));
    }

    /** By the clock: actors and places are read side by side. */
    private record Loaded(ArticleEnricher enricher, double seconds) {}

    private static Loaded loaded() {
        var start = System.nanoTime();
        var enricher = ArticleEnricher.load();
        enricher.enrich(ArticleCost.article(FRENCH));
        return new Loaded(enricher, (System.nanoTime() - start) / 1e9);
    }

    ArticleEnricher enricher() {
        return enricher;
    }

    List<Row> rows() {
        return rows;
    }
}
