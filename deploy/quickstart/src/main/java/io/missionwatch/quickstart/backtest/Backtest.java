package io.missionwatch.quickstart.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.alert.patterns.PatternText;
import io.missionwatch.alert.view.PatternView;
import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.Article;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Runs the stream over articles of the past and writes what it would have tagged, told and raised, as JSON lines. */
public final class Backtest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration UNTIL_ALL_WINDOWS_CLOSE = Duration.ofDays(1);

    private final List<PatternText> patterns;
    private final Path out;
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private final PlaceConfidence places = new PlaceConfidence();

    /**
     * What a backtest did.
     *
     * @param articles articles read
     * @param events events told
     * @param alerts the last revision of each alert, in the order they were opened
     */
    public record Summary(int articles, int events, List<Alert> alerts) {}

    /**
     * A backtest.
     *
     * @param patterns what events are held against
     * @param out the directory that gets enriched.jsonl, events.jsonl and alerts.jsonl
     */
    public Backtest(List<PatternText> patterns, Path out) {
        this.patterns = List.copyOf(patterns);
        this.out = out;
    }

    /**
     * The articles of a file, in the order of their publication, as ingest would have written them on the day.
     *
     * @throws BacktestException naming file and line of a malformed article
     * @throws IOException when the file cannot be read
     */
    public static List<Article> articles(Path input) throws IOException {
        var records = new ArticleRecords();
        return PastArticles.read(input).stream().map(records::of).toList();
    }

    /**
     * Runs it.
     *
     * @param input one article a line, as JSON
     * @param progress told how many articles are done
     * @throws BacktestException naming file and line of a malformed article
     * @throws IOException when the input cannot be read, or the output not be written
     */
    public Summary run(Path input, IntConsumer progress) throws IOException {
        var articles = articles(input);
        Files.createDirectories(out);
        var state = Files.createTempDirectory("missionwatch-backtest");
        var events = 0;
        try (var run = new BacktestRun(ArticleEnricher.load(), patterns, state, firstOf(articles));
                var enriched = writer("enriched.jsonl");
                var told = writer("events.jsonl")) {
            for (var i = 0; i < articles.size(); i++) {
                var article = articles.get(i);
                var outcome = run.add(article);
                outcome.tags().ifPresent(places::remember);
                write(enriched, EnrichedLines.of(article.getArticleId(), outcome.tags()));
                for (var event : outcome.events()) {
                    if (event.getEvent() != null) {
                        write(told, PatternView.line(article.getArticleId(), event.getArticle(), event.getEvent()));
                        events++;
                    }
                }
                keep(outcome.revisions());
                progress.accept(i + 1);
            }
            keep(run.end(UNTIL_ALL_WINDOWS_CLOSE));
        } finally {
            delete(state);
        }
        writeAlerts();
        return new Summary(articles.size(), events, List.copyOf(alerts.values()));
    }

    /** The time of the first article, where the wall clock starts. */
    private static Instant firstOf(List<Article> articles) {
        return articles.stream().map(Article::getFetchedAt).findFirst().orElse(Instant.EPOCH);
    }

    private void keep(List<Alert> revisions) {
        revisions.forEach(revision -> alerts.put(revision.getAlertId(), revision));
    }

    private void writeAlerts() throws IOException {
        try (var lines = writer("alerts.jsonl")) {
            for (var alert : alerts.values()) {
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
