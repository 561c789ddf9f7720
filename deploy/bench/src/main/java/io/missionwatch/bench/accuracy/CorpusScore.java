package io.missionwatch.bench.accuracy;

import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well a part of our own corpus is read: whether its texts are alert-worthy, beside a search for words, and each facet that is
 * labelled.
 *
 * @param facets how often the event that matters most has the facet that a reader gives it
 */
record CorpusScore(String part, int texts, Tally ours, Tally words, Map<String, Tally> facets, List<String> wrong) {

    CorpusScore {
        facets = Map.copyOf(facets);
        wrong = List.copyOf(wrong);
    }

    static CorpusScore of(String part, List<LabelledText> corpus, ArticleEnricher enricher) {
        var ours = Tally.NONE;
        var words = Tally.NONE;
        var facets = new TreeMap<String, Tally>();
        var wrong = new ArrayList<String>();
        for (var text : corpus) {
            var events = enricher.enrich(text.article()).events();
            boolean alert = events.stream().anyMatch(AlertWorthy::test);
            ours = ours.plus(text.alert(), alert);
            words = words.plus(
                    text.alert(),
                    KeywordBaseline.alerts(
                            Document.of(text.article().title(), text.article().body())));
            if (alert != text.alert()) {
                wrong.add((alert ? "raised: " : "missed: ") + text.article().body());
            }
            var best = FacetCheck.bestOf(events, text.facets());
            text.facets().forEach((facet, label) -> {
                boolean right = best.filter(event -> FacetCheck.fits(event, facet, label))
                        .isPresent();
                facets.put(facet, facets.getOrDefault(facet, Tally.NONE).plus(true, right));
            });
        }
        return new CorpusScore(part, corpus.size(), ours, words, facets, wrong);
    }

    static final String SEEN = "all that rules were made by";
    private static final String UNSEEN = "all that were kept apart";

    /** The parts one by one, then all that rules were made by, and all that nobody looked at meanwhile. */
    static List<CorpusScore> all(ArticleEnricher enricher) {
        var scores = new ArrayList<CorpusScore>();
        LabelledText.PARTS.forEach(part -> scores.add(of(part, LabelledText.part(part), enricher)));
        LabelledText.UNSEEN.forEach(part -> scores.add(of(part, LabelledText.part(part), enricher)));
        scores.add(of(SEEN, LabelledText.all(LabelledText.PARTS), enricher));
        scores.add(of(UNSEEN, LabelledText.all(LabelledText.UNSEEN), enricher));
        return scores;
    }

    /** Rows of the table that is kept: set, measure, ours, a search for words. */
    List<Row> rows() {
        var rows = new ArrayList<Row>();
        rows.add(new Row(part, "precision", ours.precision(), words.precision()));
        rows.add(new Row(part, "recall", ours.recall(), words.recall()));
        rows.add(new Row(part, "F1", ours.f1(), words.f1()));
        new TreeMap<>(facets).forEach((facet, tally) -> rows.add(new Row(part, facet, tally.recall(), 0)));
        return rows;
    }

    /** One figure of ours and the same of a search for words, which reads no facets. */
    record Row(String set, String measure, double ours, double words) {

        String line() {
            return String.format(Locale.ROOT, "%s\t%s\t%.3f\t%.3f", set, measure, ours, words);
        }
    }
}
