package io.missionwatch.bench.accuracy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.enrich.actors.ActorType;
import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.articles.Enrichment;
import io.missionwatch.enrich.text.Document;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints how well alert-worthy events and their facets are read, beside a search for words: on our own corpus, and on the labelled sets
 * of a folder where it is there. What it said of each text is written to {@code target/predictions} for others to score.
 */
public final class EventAccuracy {

    private static final Path PREDICTIONS = Path.of("target", "predictions");

    private final ArticleEnricher enricher = ArticleEnricher.load();
    private final PrintStream out;

    private EventAccuracy(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments.length > 0 ? arguments[0] : "../shared/eval/events");
        var accuracy = new EventAccuracy(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        accuracy.out.printf(
                "%-36s %8s %9s %7s %6s   %s%n", "set", "texts", "precision", "recall", "F1", "words alone: P R F1");
        accuracy.own();
        accuracy.others(folder.resolve("incidents.jsonl"), "mission");
        accuracy.others(folder.resolve("muc4-train.jsonl"), "diplomatic");
    }

    private void own() {
        for (var score : CorpusScore.all(enricher)) {
            row(score.part(), score.texts(), score.ours(), score.words());
            new TreeMap<>(score.facets())
                    .forEach((facet, tally) -> out.printf(
                            Locale.ROOT,
                            "  %-34s %8d %9s %7.3f%n",
                            facet,
                            tally.right() + tally.missed(),
                            "",
                            tally.recall()));
        }
    }

    private void others(Path file, String label) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        var set = EventSet.read(file, label);
        var ours = Tally.NONE;
        var words = Tally.NONE;
        var json = new ObjectMapper();
        var lines = new ArrayList<String>();
        for (var text : set.texts()) {
            var enrichment = enricher.enrich(text.article());
            boolean alert = enrichment.events().stream().anyMatch(AlertWorthy::test);
            ours = ours.plus(text.alert(), alert);
            words = words.plus(text.alert(), byWords("", text.article().body()));
            lines.add(json.writeValueAsString(prediction(text.article().articleId(), alert, enrichment)));
        }
        Files.createDirectories(PREDICTIONS);
        Files.write(PREDICTIONS.resolve(set.name().replace(' ', '-') + ".pred"), lines);
        row(set.name(), set.texts().size(), ours, words);
    }

    private static boolean byWords(String title, String body) {
        return KeywordBaseline.alerts(Document.of(title, body));
    }

    /** What is said of one text: an alert or none, its armed groups, and the place of its first event. */
    private static Map<String, Object> prediction(String id, boolean alert, Enrichment enrichment) {
        var prediction = new LinkedHashMap<String, Object>();
        prediction.put("id", id);
        prediction.put("alert", alert);
        prediction.put("actors", armed(enrichment));
        enrichment.events().stream()
                .flatMap(event -> event.place().stream())
                .findFirst()
                .ifPresent(tag -> {
                    prediction.put("city", tag.place().name());
                    prediction.put("lat", tag.place().latitude());
                    prediction.put("lon", tag.place().longitude());
                });
        return prediction;
    }

    private static List<String> armed(Enrichment enrichment) {
        return enrichment.actors().stream()
                .filter(actor -> actor.type() == ActorType.ARMED_GROUP)
                .map(actor -> actor.name())
                .toList();
    }

    private void row(String name, int texts, Tally ours, Tally words) {
        out.printf(
                Locale.ROOT,
                "%-36s %8d %9.3f %7.3f %6.3f   %.3f %.3f %.3f%n",
                name,
                texts,
                ours.precision(),
                ours.recall(),
                ours.f1(),
                words.precision(),
                words.recall(),
                words.f1());
    }
}
