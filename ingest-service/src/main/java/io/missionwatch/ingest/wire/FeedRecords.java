package io.missionwatch.ingest.wire;

import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.schema.Feed;
import io.missionwatch.schema.FormatHint;
import io.missionwatch.schema.FullTextMode;
import io.missionwatch.schema.Reliability;
import io.missionwatch.schema.SourceClass;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Turns feeds of the domain into records of {@code news.feeds} and back. */
public final class FeedRecords {

    private FeedRecords() {}

    /** The record that makes ingest read a feed. */
    public static Feed toRecord(FeedSource feed) {
        return Feed.newBuilder()
                .setId(feed.id())
                .setUrl(feed.url().toString())
                .setOutlet(feed.outlet())
                .setSourceClass(SourceClass.valueOf(feed.kind().name()))
                .setReliability(Reliability.valueOf(feed.reliability().name()))
                .setHomeCountry(orNull(feed.homeCountry()))
                .setLanguage(orNull(feed.language()))
                .setFormatHint(FormatHint.AUTO)
                .setFullText(FullTextMode.valueOf(feed.fullText().name()))
                .setMinIntervalSeconds(
                        Math.toIntExact(Math.max(1, feed.shortest().toSeconds())))
                .setMaxIntervalSeconds(
                        Math.toIntExact(Math.max(1, feed.longest().toSeconds())))
                .setInclude(feed.include())
                .setExclude(feed.exclude())
                .setPaused(feed.paused())
                .build();
    }

    /**
     * The feed of a record.
     *
     * @throws IllegalArgumentException with what is wrong with the record
     */
    public static FeedSource fromRecord(Feed feed) {
        return new FeedSource(
                feed.getId(),
                URI.create(feed.getUrl()),
                feed.getOutlet(),
                FeedSource.Kind.valueOf(feed.getSourceClass().name()),
                FeedSource.Reliability.valueOf(feed.getReliability().name()),
                orEmpty(feed.getHomeCountry()),
                orEmpty(feed.getLanguage()),
                FeedSource.FullText.valueOf(feed.getFullText().name()),
                Duration.ofSeconds(feed.getMinIntervalSeconds()),
                Duration.ofSeconds(Math.max(feed.getMinIntervalSeconds(), feed.getMaxIntervalSeconds())),
                feed.getInclude(),
                feed.getExclude(),
                feed.getPaused());
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String orEmpty(String text) {
        return Optional.ofNullable(text).orElse("");
    }
}
