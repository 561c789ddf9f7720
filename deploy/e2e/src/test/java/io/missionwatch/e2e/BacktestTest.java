package io.missionwatch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.missionwatch.alert.view.PatternView;
import io.missionwatch.quickstart.backtest.Backtest;
import io.missionwatch.quickstart.backtest.EnrichedLines;
import io.missionwatch.quickstart.backtest.Past;
import io.missionwatch.quickstart.backtest.PatternFiles;
import io.missionwatch.quickstart.samples.SampleItem;
import io.missionwatch.quickstart.samples.Samples;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.EnrichedArticle;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.topics.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A backtest tells what the services would have told: the same articles through both give the same tags, events, alerts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BacktestTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant START = Instant.parse("2026-03-11T09:00:00Z");

    private Path out;
    private Backtest.Summary backtest;
    private Ground ground;

    @BeforeAll
    void runTheSameArticlesThroughBoth(@TempDir Path directory) throws IOException {
        var file = Files.write(directory.resolve("articles.jsonl"), lines());
        out = directory.resolve("out");
        backtest = new Backtest(List.of(PatternFiles.builtIn()), out).run(Past.in(file), done -> {});
        ground = Ground.start(directory);
        var settings = ground.settings(Map.of());
        try (var enrich = Services.enrich(settings);
                var alert = Services.alert(settings)) {
            ((Past.Articles) Past.in(file))
                    .list()
                    .forEach(article -> ground.write(TopicCatalogue.ARTICLES, article.getArticleId(), article));
            Deadline.await("all alerts, and quiet")
                    .pollInterval(Duration.ofSeconds(1))
                    .during(Duration.ofSeconds(2))
                    .until(() -> enrich.health().isReady()
                            && alert.health().isReady()
                            && ground.records(TopicCatalogue.ENRICHED).size() >= backtest.articles()
                            && eventsOfTheBroker().size() >= backtest.events()
                            && ofTheBroker().outcome().equals(ofTheBacktest().outcome()));
        } catch (ConditionTimeoutException different) {
            // The tests say what differs.
        }
    }

    @AfterAll
    void stop() {
        ground.close();
    }

    @Test
    void tagsArticlesAsTheServiceDoes() throws IOException {
        var tags = ground.values(TopicCatalogue.ENRICHED, EnrichedArticle.class).stream()
                .map(article -> line(EnrichedLines.of(article.getArticle().getArticleId(), Optional.of(article))))
                .toList();

        assertThat(tags).hasSize(backtest.articles()).containsExactlyInAnyOrderElementsOf(written("enriched.jsonl"));
    }

    @Test
    void tellsTheEventsThatTheServiceTells() throws IOException {
        var events = eventsOfTheBroker().stream()
                .map(news ->
                        line(PatternView.line(news.getArticle().getArticleId(), news.getArticle(), news.getEvent())))
                .toList();

        assertThat(events).hasSize(backtest.events()).containsExactlyInAnyOrderElementsOf(written("events.jsonl"));
    }

    @Test
    void raisesTheAlertsThatTheServiceRaises() {
        assertThat(ofTheBacktest().last()).hasSizeGreaterThan(20);
        assertThat(ofTheBroker().broken()).isEmpty();
        assertThat(ofTheBroker().outcome()).isEqualTo(ofTheBacktest().outcome());
    }

    private List<NewsEvent> eventsOfTheBroker() {
        return ground.values(TopicCatalogue.EVENTS, NewsEvent.class).stream()
                .filter(news -> news.getEvent() != null)
                .toList();
    }

    private AlertLog ofTheBacktest() {
        var log = new AlertLog();
        backtest.fired().get(0).all().forEach(log::add);
        return log;
    }

    private AlertLog ofTheBroker() {
        var log = new AlertLog();
        ground.values(TopicCatalogue.ALERT_HISTORY, Alert.class).forEach(log::add);
        return log;
    }

    private List<String> written(String file) throws IOException {
        return Files.readAllLines(out.resolve(file));
    }

    /** The articles of the README's example, and all that the sample outlets print, each revision of it. */
    private static List<String> lines() throws IOException {
        var examples = Repository.root().resolve("deploy/quickstart/examples/articles.jsonl");
        var lines = new ArrayList<>(Files.readAllLines(examples));
        Samples.builtIn().items().forEach(item -> lines.add(line(asPast(item))));
        return lines;
    }

    private static Map<String, String> asPast(SampleItem item) {
        return Map.of(
                "id", item.article(),
                "outlet", item.outlet(),
                "published", START.plus(item.published()).toString(),
                "title", inWords(item.title()),
                "text", inWords(String.join("\n", item.paragraphs())));
    }

    private static String inWords(String text) {
        return text.replace("{today}", "Wednesday")
                .replace("{yesterday}", "Tuesday")
                .replace("{last-year}", "2025");
    }

    private static String line(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
