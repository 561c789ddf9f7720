package io.missionwatch.ingest;

import io.missionwatch.runtime.metrics.Metric;

/** What ingest counts and measures. */
public enum IngestMetric implements Metric {
    /** Polls. */
    POLLS("ingest.polls", "Polls of feeds, by the word for how they went."),
    /** Articles. */
    ARTICLES("ingest.articles", "Articles decided on, by decision: new, revision, unchanged."),
    /** Submissions. */
    SUBMISSIONS("ingest.submissions", "Articles pushed, by outcome: accepted, refused, throttled, failed."),
    /** Lateness. */
    LATENESS("ingest.poll.lateness", "Time between the moment a feed was due and the start of its poll."),
    /** Duration. */
    FETCH("ingest.fetch.duration", "Time to fetch and parse one feed."),
    /** In flight. */
    IN_FLIGHT("ingest.fetch.load", "Fetches under way or waiting for a thread."),
    /** Feeds. */
    FEEDS("ingest.feeds", "Feeds that wait for their next poll in this instance."),
    /** Silent. */
    SILENT("ingest.feeds.silent", "Feeds in this instance that have had nothing new for many times their usual gap."),
    /** Status of one feed. */
    FEED_STATUS(
            "ingest.feed.status",
            "Of each feed: 1 under the word for how its last poll went; `ok` also where nothing had changed."),
    /** Age of one feed. */
    FEED_SUCCESS_AGE("ingest.feed.success.age", "Of each feed: seconds since a poll was last a success."),
    /** Items of one feed. */
    FEED_ITEMS("ingest.feed.items", "Of each feed: items in its last document."),
    /** Articles of one feed. */
    FEED_ARTICLES("ingest.feed.articles", "Of each feed: items that were new or changed since it is known."),
    /** Errors of one feed. */
    FEED_ERRORS("ingest.feed.errors", "Of each feed: failed polls in a row."),
    /** Feeds without meters. */
    FEEDS_UNSHOWN("ingest.feeds.unshown", "Feeds in this instance without metrics of their own; see `metrics.feeds`."),
    /** Dropped results. */
    DROPPED("ingest.fetch.dropped", "Results that came back after their feed had gone or changed.");

    private final String id;
    private final String sentence;

    IngestMetric(String id, String sentence) {
        this.id = id;
        this.sentence = sentence;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
