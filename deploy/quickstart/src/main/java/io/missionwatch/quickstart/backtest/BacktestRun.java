package io.missionwatch.quickstart.backtest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.missionwatch.alert.AlertTopology;
import io.missionwatch.alert.book.Lifetimes;
import io.missionwatch.alert.patterns.LivePatterns;
import io.missionwatch.alert.patterns.PatternText;
import io.missionwatch.alert.stream.AlertSteps;
import io.missionwatch.alert.stream.LiveControl;
import io.missionwatch.enrich.EnrichMeters;
import io.missionwatch.enrich.EnrichTopology;
import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.runtime.DeadLetterHandler;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.EnrichedArticle;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Layout;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** The very topologies of enrich and alert, one behind the other, in event time and without a broker. */
final class BacktestRun implements AutoCloseable {

    private static final Duration BUDGET = Duration.ofMinutes(1);
    private static final Duration WINDOWS_KEPT = Duration.ofDays(45);

    private final AvroSerdes serdes = AvroSerdes.local();
    private final TopologyTestDriver enrich;
    private final TopologyTestDriver alert;
    private final TestInputTopic<String, Article> articles;
    private final TestOutputTopic<String, EnrichedArticle> enriched;
    private final TestOutputTopic<String, NewsEvent> told;
    private final TestInputTopic<String, NewsEvent> events;
    private final TestOutputTopic<String, Alert> history;

    /**
     * What an article gave.
     *
     * @param tags its tags; empty where it could not be enriched
     * @param events its events and the record that closes them
     * @param revisions the revisions of alerts that it led to
     */
    record Outcome(Optional<EnrichedArticle> tags, List<NewsEvent> events, List<Alert> revisions) {}

    /**
     * Topologies ready to run.
     *
     * @param enricher tags articles
     * @param patterns what events are held against
     * @param state an empty directory for their stores
     * @param start the first instant of the wall clock
     */
    BacktestRun(ArticleEnricher enricher, List<PatternText> patterns, Path state, Instant start) {
        var meters = new SimpleMeterRegistry();
        enrich = driver(
                new EnrichTopology(enricher, new EnrichMeters(meters), serdes, BUDGET).build(),
                state.resolve("enrich"),
                start);
        var control = LiveControl.with(new LivePatterns(patterns, Runnable::run));
        var steps = new AlertSteps(control, Lifetimes.USUAL, WINDOWS_KEPT, meters);
        alert = driver(
                new AlertTopology(steps, serdes, Layout.EMBEDDED.sharedPartitions())
                        .build((topic, position, bad, why) -> {
                            throw new BacktestException("a pattern was refused: " + why.getMessage(), why);
                        }),
                state.resolve("alert"),
                start);
        articles = input(enrich, TopicCatalogue.ARTICLES, Article.class);
        enriched = output(enrich, TopicCatalogue.ENRICHED, EnrichedArticle.class);
        told = output(enrich, TopicCatalogue.EVENTS, NewsEvent.class);
        events = input(alert, TopicCatalogue.EVENTS, NewsEvent.class);
        history = output(alert, TopicCatalogue.ALERT_HISTORY, Alert.class);
    }

    /** Sends an article all the way. */
    Outcome add(Article article) {
        articles.pipeInput(article.getArticleId(), article, article.getFetchedAt());
        var tags = enriched.readValuesToList().stream().findFirst();
        var news = told.readValuesToList();
        news.forEach(event -> events.pipeInput(article.getArticleId(), event, article.getFetchedAt()));
        return new Outcome(tags, news, history.readValuesToList());
    }

    /** Lets so much time pass that every window closes; the revisions of alerts that this led to. */
    List<Alert> end(Duration time) {
        alert.advanceWallClockTime(time);
        return history.readValuesToList();
    }

    private <T extends SpecificRecord> TestInputTopic<String, T> input(
            TopologyTestDriver driver, Topic topic, Class<T> type) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), serdes.of(type).serializer());
    }

    private <T extends SpecificRecord> TestOutputTopic<String, T> output(
            TopologyTestDriver driver, Topic topic, Class<T> type) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.of(type).deserializer());
    }

    private static TopologyTestDriver driver(Topology topology, Path state, Instant start) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "backtest");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        return new TopologyTestDriver(topology, properties, start);
    }

    @Override
    public void close() {
        enrich.close();
        alert.close();
        serdes.close();
    }
}
