package io.missionwatch.topics;

import static io.missionwatch.topics.Topic.Spread.SHARED;
import static io.missionwatch.topics.Topic.Spread.SINGLE;

import io.missionwatch.schema.ActorEntry;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertAction;
import io.missionwatch.schema.ApiToken;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.AuditEntry;
import io.missionwatch.schema.Delivery;
import io.missionwatch.schema.EnrichedArticle;
import io.missionwatch.schema.Feed;
import io.missionwatch.schema.FeedStatus;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.schema.Pattern;
import io.missionwatch.schema.PlaceEntry;
import io.missionwatch.schema.Suppression;
import io.missionwatch.schema.WatchList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Every topic of the stream. Topics are created from it, schemas registered from it, and the README's table is made from it. */
public final class TopicCatalogue {

    static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(90);

    private static final Retention COMPACT = new Retention.Compacted();
    private static final Retention NEWS = days(90);
    private static final Retention RECORD_OF_DEEDS = days(400);

    /** The feeds that the operator wants read. */
    public static final Topic FEEDS =
            new Topic("news.feeds", "feed id", value(Feed.SCHEMA$), SHARED, COMPACT, "operator");

    /** How each feed is doing. */
    public static final Topic FEED_STATUS =
            new Topic("news.feed-status", "feed id", value(FeedStatus.SCHEMA$), SHARED, COMPACT, "ingest");

    /** Articles pushed by others, before ingest has seen them. */
    public static final Topic SUBMISSIONS =
            new Topic("news.submissions", "article id", value(Article.SCHEMA$), SHARED, NEWS, "ingest's doors");

    /** Articles, each revision once. */
    public static final Topic ARTICLES =
            new Topic("news.articles", "article id", value(Article.SCHEMA$), SHARED, NEWS, "ingest");

    /** What each article speaks of. */
    public static final Topic ENRICHED =
            new Topic("news.articles.enriched", "article id", value(EnrichedArticle.SCHEMA$), SHARED, NEWS, "enrich");

    /** The events that articles tell, one a record. */
    public static final Topic EVENTS =
            new Topic("news.events", "article id", value(NewsEvent.SCHEMA$), SHARED, NEWS, "enrich");

    /** Patterns of the operator. */
    public static final Topic PATTERNS =
            new Topic("security.patterns", "pattern id", value(Pattern.SCHEMA$), SINGLE, COMPACT, "operator");

    /** What is held back from delivery. */
    public static final Topic SUPPRESSIONS =
            new Topic("security.suppressions", "suppression id", value(Suppression.SCHEMA$), SINGLE, COMPACT, "alert");

    /** What organisations watch over. */
    public static final Topic WATCH_LISTS =
            new Topic("security.watch-lists", "watch list id", value(WatchList.SCHEMA$), SINGLE, COMPACT, "operator");

    /** Alerts, the newest revision of each. */
    public static final Topic ALERTS =
            new Topic("security.alerts", "alert id", value(Alert.SCHEMA$), SHARED, COMPACT, "alert");

    /** Alerts, every revision. */
    public static final Topic ALERT_HISTORY =
            new Topic("security.alert-history", "alert id", value(Alert.SCHEMA$), SHARED, RECORD_OF_DEEDS, "alert");

    /** What people do with alerts. */
    public static final Topic ALERT_ACTIONS = new Topic(
            "security.alert-actions", "alert id", value(AlertAction.SCHEMA$), SHARED, RECORD_OF_DEEDS, "alert API");

    /** What was delivered to whom. */
    public static final Topic DELIVERIES =
            new Topic("security.deliveries", "alert id", value(Delivery.SCHEMA$), SHARED, RECORD_OF_DEEDS, "alert");

    /** Every change that somebody made. */
    public static final Topic AUDIT =
            new Topic("security.audit", "who made it", value(AuditEntry.SCHEMA$), SINGLE, RECORD_OF_DEEDS, "APIs");

    /** The tokens that sign in to the API, hashed. */
    public static final Topic API_TOKENS =
            new Topic("security.api-tokens", "token id", value(ApiToken.SCHEMA$), SINGLE, COMPACT, "operator");

    /** Actors that add to the built-in lexicon. */
    public static final Topic REFERENCE_ACTORS =
            new Topic("reference.actors", "actor id", value(ActorEntry.SCHEMA$), SINGLE, COMPACT, "operator");

    /** Places that add to the built-in gazetteer. */
    public static final Topic REFERENCE_PLACES =
            new Topic("reference.places", "place id", value(PlaceEntry.SCHEMA$), SINGLE, COMPACT, "operator");

    private static final List<Topic> WITH_VALUES = List.of(
            FEEDS,
            FEED_STATUS,
            SUBMISSIONS,
            ARTICLES,
            ENRICHED,
            EVENTS,
            PATTERNS,
            SUPPRESSIONS,
            WATCH_LISTS,
            ALERTS,
            ALERT_HISTORY,
            ALERT_ACTIONS,
            DELIVERIES,
            AUDIT,
            API_TOKENS,
            REFERENCE_ACTORS,
            REFERENCE_PLACES);

    /** The topics that a service of ours reads, which therefore have a dead-letter topic. */
    private static final List<Topic> READ_BY_SERVICES = List.of(
            FEEDS,
            SUBMISSIONS,
            ARTICLES,
            EVENTS,
            PATTERNS,
            SUPPRESSIONS,
            WATCH_LISTS,
            ALERTS,
            ALERT_HISTORY,
            ALERT_ACTIONS,
            REFERENCE_ACTORS,
            REFERENCE_PLACES);

    private TopicCatalogue() {}

    /** Topics whose values have a schema, in the order of an article's way. */
    public static List<Topic> withValues() {
        return WITH_VALUES;
    }

    /** All topics, dead-letter topics last. */
    public static List<Topic> all() {
        return Stream.concat(WITH_VALUES.stream(), READ_BY_SERVICES.stream().map(Topic::deadLetter))
                .toList();
    }

    private static Retention days(int days) {
        return new Retention.Deleted(Duration.ofDays(days));
    }

    private static Optional<Schema> value(Schema schema) {
        return Optional.of(schema);
    }
}
