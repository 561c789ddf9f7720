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
