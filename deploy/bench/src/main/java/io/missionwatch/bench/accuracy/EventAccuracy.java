package io.missionwatch.bench.accuracy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.reference.ReferenceData;
import io.missionwatch.enrich.text.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;

/**
 * Prints how well alert-worthy events, their facets, perpetrators and places are read, beside a search for words: on our own corpus and
 * phrases, and on the labelled sets and articles of others where they are there. What it said of each text is written to
 * {@code target/predictions} for others to score.
 */
public final class EventAccuracy {

    private static final Path PREDICTIONS = Path.of("target", "predictions");

    private final ReferenceData reference = ReferenceData.builtIn();
    private final ArticleEnricher enricher = ArticleEnricher.of(reference);
    private final PlainNames plainNames = new PlainNames(reference.lexicon());
    private final AccuracyTable table = new AccuracyTable();

    private EventAccuracy() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments.length > 0 ? arguments[0] : "../shared/eval/events");
        var accuracy = new EventAccuracy();
        accuracy.own();
        accuracy.phrases();
        accuracy.others(folder.resolve("incidents.jsonl"), "mission");
        accuracy.others(folder.resolve("incidents-1968-1987.jsonl"), "");
        accuracy.others(folder.resolve("muc4-train.jsonl"), "diplomatic");
        NewsChecks.print(
                Path.of(arguments.length > 1 ? arguments[1] : "../shared/news"), accuracy.enricher, accuracy.table);
    }

    private void own() {
        for (var score : CorpusScore.all(enricher)) {
            table.row(score.part(), score.texts(), score.ours(), score.words());
            new TreeMap<>(score.facets())
                    .forEach((facet, tally) ->
                            table.share("  " + facet, tally.right() + tally.missed(), tally.recall()));
        }
    }

    private void phrases() {
        var phrases = PhraseTable.of(enricher);
        table.row(PhraseTable.FILE + ": names a mission", phrases.phrases(), phrases.any(), phrases.words());
        table.row("  type, sender, host and city", phrases.phrases(), phrases.whole(), Tally.NONE);
    }

    /** One set of others; {@code label} says which key tells of missions, and is empty where none does. */
    private void others(Path file, String label) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        var set = EventSet.read(file, label);
        var ours = Tally.NONE;
        var words = Tally.NONE;
        var groups = new GroupScore(enricher);
        var plainGroups = new GroupScore(enricher);
        var places = new EventPlaces();
        var json = new ObjectMapper();
        var lines = new ArrayList<String>();
        for (var incident : set.incidents()) {
            var article = incident.article();
            var prediction = Prediction.of(enricher.enrich(article));
            ours = ours.plus(incident.alert(), prediction.alert());
            words = words.plus(incident.alert(), KeywordBaseline.alerts(Document.of("", article.body())));
            groups.add(incident, prediction.groups());
            plainGroups.add(incident, plainNames.in(article.body()));
            places.add(incident, prediction);
            lines.add(json.writeValueAsString(prediction.line(article.articleId())));
        }
        Files.createDirectories(PREDICTIONS);
        Files.write(PREDICTIONS.resolve(set.name() + ".pred"), lines);
        if (!label.isEmpty()) {
            table.row(set.name() + " " + label, set.incidents().size(), ours, words);
        }
        print(set.name(), groups, plainGroups);
        print(set.name(), places);
    }

    private void print(String set, GroupScore groups, GroupScore plain) {
        if (groups.groups() > 0) {
            table.row(set + " perpetrators, all coded", groups.groups(), groups.byName(), plain.byName());
            table.row(set + " perpetrators, named in the text", groups.namedGroups(), groups.named(), plain.named());
        }
    }

    private void print(String set, EventPlaces places) {
        if (places.city().answers() > 0) {
            table.share(
                    set + " country",
                    places.country().answers(),
                    places.country().recall());
            table.share(set + " city", places.city().answers(), places.city().recall());
            table.share(
                    set + " within 161 km",
                    places.near().answers(),
                    places.near().recall());
        }
    }
}
