package io.missionwatch.quickstart.backtest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.missionwatch.enrich.EnrichMeters;
import io.missionwatch.enrich.EnrichTopology;
import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.EnrichedArticle;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.topics.TopicCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;

/** The very topology of the enrich service: articles to their tags and events. */
final class EnrichRun implements AutoCloseable {

    private static final Duration BUDGET = Duration.ofMinutes(1);

    private final DrivenTopology topology;
    private final TestInputTopic<String, Article> articles;
    private final TestOutputTopic<String, EnrichedArticle> enriched;
    private final TestOutputTopic<String, NewsEvent> events;

    /**
     * What an article gave.
     *
     * @param tags its tags; empty where it could not be enriched
     * @param events its events and the record that closes them
     */
    record Outcome(Optional<EnrichedArticle> tags, List<NewsEvent> events) {}

    EnrichRun(ArticleEnricher enricher, Path state, Instant start) {
        var meters = new EnrichMeters(new SimpleMeterRegistry());
        topology = new DrivenTopology(
                serdes -> new EnrichTopology(enricher, meters, serdes, BUDGET).build(), state, start);
        articles = topology.input(TopicCatalogue.ARTICLES, Article.class);
        enriched = topology.output(TopicCatalogue.ENRICHED, EnrichedArticle.class);
        events = topology.output(TopicCatalogue.EVENTS, NewsEvent.class);
    }

    Outcome add(Article article) {
        articles.pipeInput(article.getArticleId(), article, article.getFetchedAt());
        return new Outcome(enriched.readValuesToList().stream().findFirst(), events.readValuesToList());
    }

    @Override
    public void close() {
        topology.close();
    }
}
