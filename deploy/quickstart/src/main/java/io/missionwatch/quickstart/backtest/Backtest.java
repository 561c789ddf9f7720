package io.missionwatch.quickstart.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.alert.patterns.PatternText;
import io.missionwatch.alert.view.PatternView;
import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.NewsEvent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Runs the stream over news of the past and writes what it would have tagged, told and raised, as JSON lines: with one
 * version of the patterns, or with two at once.
 */
public final class Backtest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<List<PatternText>> versions;
    private final Path out;
    private final PlaceConfidence places = new PlaceConfidence();
    private int articles;
    private int events;

    /**
     * What a backtest did.
     *
     * @param articles articles read
     * @param events events told
     * @param fired the alerts of each version of the patterns, in their order
     */
    public record Summary(int articles, int events, List<FiredAlerts> fired) {
        public Summary {
            fired = List.copyOf(fired);
        }
    }

    /**
     * A backtest.
     *
     * @param versions what events are held against: one version of the patterns or several
     * @param out the directory that gets enriched.jsonl, events.jsonl and, of the first version, alerts.jsonl
     */
    public Backtest(List<List<PatternText>> versions, Path out) {
        this.versions = versions.stream().map(List::copyOf).toList();
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @param progress told how many articles or events are done
     * @throws IOException when the output cannot be written
     */
    public Summary run(Past past, IntConsumer progress) throws IOException {
        Files.createDirectories(out);
        var state = Files.createTempDirectory("missionwatch-backtest");
        var runs = new ArrayList<AlertRun>();
        try (var told = writer("events.jsonl")) {
            for (var patterns : versions) {
                runs.add(new AlertRun(patterns, state.resolve("alert-" + runs.size()), past.start()));
            }
            if (past instanceof Past.Articles read) {
                enrich(read, state.resolve("enrich"), runs, told, progress);
            } else {
                hold(((Past.Events) past).list(), runs, told, progress);
            }
            var fired = runs.stream().map(AlertRun::end).toList();
            writeAlerts(fired.get(0));
            return new Summary(articles, events, fired);
        } finally {
            runs.forEach(AlertRun::close);
            delete(state);
        }
    }

    private void enrich(Past.Articles past, Path state, List<AlertRun> runs, BufferedWriter told, IntConsumer progress)
            throws IOException {
        try (var enrich = new EnrichRun(ArticleEnricher.load(), state, past.start());
                var enriched = writer("enriched.jsonl")) {
            for (Article article : past.list()) {
                var outcome = enrich.add(article);
                outcome.tags().ifPresent(places::remember);
                write(enriched, EnrichedLines.of(article.getArticleId(), outcome.tags()));
                hold(outcome.events(), runs, told, done -> {});
                progress.accept(++articles);
            }
        }
    }

    private void hold(List<NewsEvent> news, List<AlertRun> runs, BufferedWriter told, IntConsumer progress)
            throws IOException {
        for (var one : news) {
            if (one.getEvent() != null) {
                write(told, PatternView.line(one.getArticle().getArticleId(), one.getArticle(), one.getEvent()));
                events++;
            }
            runs.forEach(run -> run.add(one));
            progress.accept(events);
        }
    }

    private void writeAlerts(FiredAlerts fired) throws IOException {
        try (var lines = writer("alerts.jsonl")) {
            for (var alert : fired.all()) {
                write(lines, AlertLines.of(alert, places));
            }
        }
    }

    private BufferedWriter writer(String name) throws IOException {
        return Files.newBufferedWriter(out.resolve(name));
    }

    private static void write(BufferedWriter lines, Object line) throws IOException {
        lines.write(JSON.writeValueAsString(line));
        lines.newLine();
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
