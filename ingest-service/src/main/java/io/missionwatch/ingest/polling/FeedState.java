package io.missionwatch.ingest.polling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * What is remembered of a feed from poll to poll. Times are milliseconds since 1970, 0 for never.
 *
 * @param url the address that the operator gave when this began
 * @param effectiveUrl the address that is polled, after permanent moves
 * @param etag to be sent back; empty where none was given
 * @param lastModified to be sent back; empty where none was given
 * @param document hash of the bytes of the last document
 * @param outcome how the last poll went
 * @param message what an operator should know; empty where there is nothing
 * @param httpStatus of the last answer, 0 where there was none
 * @param lastPoll when it was polled last
 * @param lastSuccess when a poll was last a success
 * @param nextPoll when it is due
 * @param intervalSeconds the time between polls, before jitter
 * @param errors failures in a row
 * @param activity what its items tell
 * @param push who tells of its changes
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FeedState(
        String url,
        String effectiveUrl,
        String etag,
        String lastModified,
        long document,
        PollOutcome outcome,
        String message,
        int httpStatus,
        long lastPoll,
        long lastSuccess,
        long nextPoll,
        long intervalSeconds,
        int errors,
        Activity activity,
        Push push) {

    private static final long HOUR = 3_600_000;

    public FeedState {
        // States that were written before there were hubs have none.
        push = push == null ? Push.NONE : push;
    }

    /**
     * Where to ask for word of a feed's changes.
     *
     * @param hub a WebSub hub; empty where none is offered
     * @param topic the feed, as its hub knows it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Push(String hub, String topic) {

        /** No hub is offered. */
        public static final Push NONE = new Push("", "");

        /** Whether a hub is offered. */
        public boolean offered() {
            return !hub.isEmpty();
        }
    }

    /**
     * How busy a feed is.
     *
     * @param newestItem publication time of the newest item
     * @param items items in the last document
     * @param newItems of them new or changed
     * @param totalItems new or changed since the feed is known
     * @param usualGapSeconds mean time between new items, 0 while unknown
     * @param lastNew when something was new last
     * @param silent nothing new for many times the usual gap
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Activity(
            long newestItem,
            int items,
            int newItems,
            long totalItems,
            long usualGapSeconds,
            long lastNew,
            boolean silent) {

        /** Nothing is known. */
        public static final Activity NONE = new Activity(0, 0, 0, 0, 0, 0, false);
    }

    /** A feed that has not been polled. */
    public static FeedState unknown(String url, long firstPoll, long intervalSeconds) {
        return new FeedState(
                url,
                url,
                "",
                "",
                0,
                PollOutcome.NEW,
                "",
                0,
                0,
                0,
                firstPoll,
                intervalSeconds,
                0,
                Activity.NONE,
                Push.NONE);
    }

    /** The same with what tells its document from the next. */
    public FeedState marked(Fetched.Marks marks) {
        return new FeedState(
                url,
                effectiveUrl,
                marks.etag(),
                marks.lastModified(),
                marks.document(),
                outcome,
                message,
                httpStatus,
                lastPoll,
                lastSuccess,
                nextPoll,
                intervalSeconds,
                errors,
                activity,
                marks.push());
    }

    /** The same at another address. */
    public FeedState movedTo(String address) {
        return new FeedState(
                url,
                address,
                etag,
                lastModified,
                document,
                outcome,
                message,
                httpStatus,
                lastPoll,
                lastSuccess,
                nextPoll,
                intervalSeconds,
                errors,
                activity,
                push);
    }

    /** The same, due at another time. */
    public FeedState dueAt(long time, PollOutcome word) {
        return new FeedState(
                url,
                effectiveUrl,
                etag,
                lastModified,
                document,
                word,
                message,
                httpStatus,
                lastPoll,
                lastSuccess,
                time,
                intervalSeconds,
                errors,
                activity,
                push);
    }

    /** Whether an operator wants to hear of it: something happened, or an hour has passed. */
    public boolean isNewsAfter(FeedState before) {
        return outcome != PollOutcome.NOT_MODIFIED
                || before.outcome() != outcome
                || before.activity().silent() != activity.silent()
                || lastPoll / HOUR != before.lastPoll() / HOUR;
    }

    /** Whether the publisher ended it. */
    public boolean retired() {
        return outcome == PollOutcome.RETIRED;
    }

    /** The ETag to send, where there is one. */
    public Optional<String> ifNoneMatch() {
        return Optional.of(etag).filter(tag -> !tag.isEmpty());
    }

    /** The date to send, where there is one. */
    public Optional<String> ifModifiedSince() {
        return Optional.of(lastModified).filter(date -> !date.isEmpty());
    }
}
