package io.missionwatch.ingest;

import static io.missionwatch.topics.TopicCatalogue.ARTICLES;
import static io.missionwatch.topics.TopicCatalogue.FEEDS;
import static io.missionwatch.topics.TopicCatalogue.FEED_STATUS;
import static io.missionwatch.topics.TopicCatalogue.SUBMISSIONS;

import io.missionwatch.runtime.kafka.CloudEventStamp;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.Feed;
import io.missionwatch.schema.FeedStatus;
import io.missionwatch.serde.AvroSerdes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * news.feeds -> route-feeds -> poll-feeds -> news.feed-status, and with news.submissions -> check-submissions -> seen-articles ->
 * news.articles.
 *
 * @param serdes of the topics
 * @param partitions of the internal topics
 * @param polls polls feeds
 * @param seen decides on articles
 */
record IngestTopology(AvroSerdes serdes, int partitions, PollFeeds polls, SeenArticles seen) {

    Topology build() {
        var builder = new StreamsBuilder();
        var polled = builder.stream(FEEDS.name(), from("feeds", serdes.of(Feed.class)))
                .process(new RouteFeeds(), Named.as("route-feeds"))
                .repartition(byHost())
                .process(polls, Named.as("poll-feeds"))
                .split(Named.as("polled-"))
                .branch((id, value) -> value instanceof Article, Branched.as("articles"))
                .defaultBranch(Branched.as("statuses"));
        polled.get("polled-statuses")
                .mapValues(FeedStatus.class::cast, Named.as("as-status"))
                .processValues(stamp("io.missionwatch.feed.polled", FeedStatus::getFeedId), Named.as("stamp-status"))
                .to(FEED_STATUS.name(), to("feed-status", serdes.of(FeedStatus.class)));
        articlesOf(polled)
                .merge(submissions(builder), Named.as("with-submissions"))
                .repartition(byArticle())
                .process(seen, Named.as("seen-articles"))
                .processValues(
                        stamp("io.missionwatch.article.read", IngestTopology::revisionId), Named.as("stamp-article"))
                .to(ARTICLES.name(), to("articles", serdes.of(Article.class)));
        return builder.build();
    }

    private static KStream<String, Article> articlesOf(Map<String, KStream<String, SpecificRecord>> polled) {
        return polled.get("polled-articles").mapValues(Article.class::cast, Named.as("as-article"));
    }

    // Behind the repartition a record that cannot be handled would be a dead letter of the feeds.
    private KStream<String, Article> submissions(StreamsBuilder builder) {
        return builder.stream(SUBMISSIONS.name(), from("submissions", serdes.of(Article.class)))
                .mapValues(IngestTopology::checked, Named.as("check-submissions"));
    }

    private static Article checked(String key, Article article) {
        if (article == null || !article.getArticleId().equals(key)) {
            throw new IllegalArgumentException("the key of a submission must be the id of its article");
        }
        return article;
    }

    private static <V> Consumed<String, V> from(String name, Serde<V> serde) {
        return Consumed.with(Serdes.String(), serde).withName(name);
    }

    private static <V> Produced<String, V> to(String name, Serde<V> serde) {
        return Produced.with(Serdes.String(), serde).withName(name);
    }

    private Repartitioned<String, Feed> byHost() {
        return Repartitioned.with(Serdes.String(), serdes.stored(Feed.class))
                .withName("feeds-by-host")
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner(
                        (topic, key, feed, count) -> Optional.of(Set.of(RouteFeeds.partitionOf(key, count))));
    }

    private Repartitioned<String, Article> byArticle() {
        return Repartitioned.with(Serdes.String(), serdes.stored(Article.class))
                .withName("articles-by-id")
                .withNumberOfPartitions(partitions);
    }

    private static <V> CloudEventStamp<String, V> stamp(String type, Function<V, String> id) {
        return new CloudEventStamp<>("/missionwatch/ingest", type, id);
    }

    private static String revisionId(Article article) {
        return article.getArticleId() + "." + article.getRevision();
    }
}
