package io.missionwatch.enrich;

import static io.missionwatch.topics.TopicCatalogue.ARTICLES;
import static io.missionwatch.topics.TopicCatalogue.ENRICHED;
import static io.missionwatch.topics.TopicCatalogue.EVENTS;
import static io.missionwatch.topics.TopicCatalogue.REFERENCE_ACTORS;
import static io.missionwatch.topics.TopicCatalogue.REFERENCE_PLACES;

import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.budget.Budget;
import io.missionwatch.enrich.wire.ArticleTexts;
import io.missionwatch.enrich.wire.Told;
import io.missionwatch.runtime.kafka.CloudEventStamp;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.EnrichedArticle;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** articles -> enrich-article (by reference data that operators change) -> articles.enriched, and -> tell-events -> events. */
public final class EnrichTopology {

    /** Topics it reads and writes. */
    static final List<Topic> TOPICS = List.of(
            ARTICLES,
            ARTICLES.deadLetter(),
            ENRICHED,
            EVENTS,
            REFERENCE_ACTORS,
            REFERENCE_ACTORS.deadLetter(),
            REFERENCE_PLACES,
            REFERENCE_PLACES.deadLetter());

    private static final String SOURCE = "/missionwatch/enrich";

    private final Function<Article, Told> enrich;
    private final AvroSerdes serdes;

    /**
     * The topology of one service.
     *
     * @param enricher finds what articles speak of
     * @param meters counts
     * @param serdes of the contracts
     * @param budget the longest time for one article
     */
    public EnrichTopology(ArticleEnricher enricher, EnrichMeters meters, AvroSerdes serdes, Duration budget) {
        this(() -> enricher, meters, serdes, budget);
    }

    /**
     * The topology of one service whose reference data changes.
     *
     * @param enricher finds what articles speak of; asked anew for each article
     */
    EnrichTopology(Supplier<ArticleEnricher> enricher, EnrichMeters meters, AvroSerdes serdes, Duration budget) {
        this(
                article -> meters.measured(() ->
                        Told.of(article, enricher.get().enrich(ArticleTexts.of(article), Budget.startingNow(budget)))),
                serdes);
    }

    /** The topology of whatever tells the tags and events of an article. */
    public EnrichTopology(Function<Article, Told> enrich, AvroSerdes serdes) {
        this.enrich = enrich;
        this.serdes = serdes;
    }

    /** Builds it, with readers of the reference topics. */
    Topology build(ReferenceControl control) {
        var topology = build();
        control.addTo(topology, serdes);
        return topology;
    }

    /** Builds it for reference data that does not change. */
    public Topology build() {
        var builder = new StreamsBuilder();
        var told = builder.stream(
                        ARTICLES.name(),
                        Consumed.with(Serdes.String(), serdes.of(Article.class)).withName("read-articles"))
                .mapValues(enrich::apply, Named.as("enrich-article"));

        told.mapValues(Told::tags, Named.as("tell-tags"))
                .processValues(enrichedStamp(), Named.as("stamp-tags"))
                .to(
                        ENRICHED.name(),
                        Produced.with(Serdes.String(), serdes.of(EnrichedArticle.class))
                                .withName("write-tags"));
        told.flatMapValues(Told::events, Named.as("tell-events"))
                .processValues(eventStamp(), Named.as("stamp-events"))
                .to(
                        EVENTS.name(),
                        Produced.with(Serdes.String(), serdes.of(NewsEvent.class))
                                .withName("write-events"));
        return builder.build();
    }

    private static CloudEventStamp<String, EnrichedArticle> enrichedStamp() {
        return new CloudEventStamp<>(
                SOURCE,
                "io.missionwatch.article.enriched",
                tags -> "%s.%d"
                        .formatted(
                                tags.getArticle().getArticleId(),
                                tags.getArticle().getRevision()));
    }

    private static CloudEventStamp<String, NewsEvent> eventStamp() {
        return new CloudEventStamp<>(
                SOURCE,
                "io.missionwatch.news.event",
                event ->
                        "%s.%d".formatted(event.getEventId(), event.getArticle().getRevision()));
    }
}
