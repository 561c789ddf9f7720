package io.missionwatch.ingest.polling;

import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.polling.FeedState.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides when a feed is due again: as often as it publishes, within the operator's bounds; less and less often while it
 * fails, by the kind of failure; and never all feeds at once.
 */
public final class PollSchedule {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    /** Usual gaps without anything new after which a feed counts as silent, unless the operator says otherwise. */
    public static final int SILENT_AFTER_GAPS = 10;

    private static final Duration SILENT_AT_LEAST = Duration.ofHours(6);
    private static final double JITTER = 0.1;

    private final Chance chance;
    private final int silentAfterGaps;

    /** A schedule whose jitter comes from a chance, so that tests can fix it. */
    public PollSchedule(Chance chance) {
        this(chance, SILENT_AFTER_GAPS);
    }

    /**
     * The same with a silence alarm of its own.
     *
     * @param silentAfterGaps usual gaps without anything new after which a feed counts as silent
     */
    public PollSchedule(Chance chance, int silentAfterGaps) {
        this.chance = chance;
        this.silentAfterGaps = silentAfterGaps;
    }

    /** A number from 0 to below 1, another each time. */
    @FunctionalInterface
    public interface Chance {
        /** The next number. */
        double next();
    }

    /**
     * What a successful poll found.
     *
     * @param outcome the word for it
     * @param items items in the document; those of the last one where it was not modified
     * @param newItems of them new or changed
     * @param newestItem publication time of the newest, where known
     */
    public record Found(PollOutcome outcome, int items, int newItems, Optional<Instant> newestItem) {}

    /**
     * The state of a feed that the operator has just written: what is known of it, unless its address is another.
     *
     * @param before what is known
     * @param spread time over which first polls are spread
     */
    public FeedState planned(Optional<FeedState> before, FeedSource feed, Instant now, Duration spread) {
        var url = feed.url().toString();
        var first = now.plusMillis((long) (spread.toMillis() * chance.next())).toEpochMilli();
        var known = before.filter(state -> state.url().equals(url))
                .orElseGet(() -> FeedState.unknown(url, first, feed.shortest().toSeconds()));
        if (feed.paused()) {
            return known.dueAt(known.nextPoll(), PollOutcome.PAUSED);
        }
        // Written again by the operator, a feed is tried again, also one that its publisher had ended.
        boolean ended = known.retired() || known.outcome() == PollOutcome.PAUSED;
        return ended
                ? known.dueAt(first, PollOutcome.NEW)
                : known.dueAt(Math.min(first, known.nextPoll()), known.outcome());
    }

    /** The interval and activity after a success. */
    public FeedState afterSuccess(FeedState before, FeedSource feed, Found found, Instant now) {
        var activity = activity(before.activity(), before.lastPoll(), found, now);
        long wanted = found.newItems() > 0 && activity.usualGapSeconds() > 0
                ? Math.min(activity.usualGapSeconds() / 2, before.intervalSeconds())
                : before.intervalSeconds() * 5 / 4;
        long interval = Math.max(
                feed.shortest().toSeconds(), Math.min(wanted, feed.longest().toSeconds()));
        return new FeedState(
                before.url(),
                before.effectiveUrl(),
                before.etag(),
                before.lastModified(),
                before.document(),
                found.outcome(),
                "",
                found.outcome() == PollOutcome.NOT_MODIFIED ? 304 : 200,
                now.toEpochMilli(),
                now.toEpochMilli(),
                jittered(now, Duration.ofSeconds(interval)).toEpochMilli(),
                Math.max(1, interval),
                0,
                activity,
                before.push());
    }

    private Activity activity(Activity before, long lastPoll, Found found, Instant now) {
        long gap = before.usualGapSeconds();
        // The first document holds a backlog, which says nothing about how often the feed publishes.
        if (found.newItems() > 0 && lastPoll > 0 && before.lastNew() > 0) {
            long observed = Math.max(1, (now.toEpochMilli() - before.lastNew()) / 1000 / found.newItems());
            gap = gap == 0 ? observed : (gap * 3 + observed) / 4;
        }
        long lastNew = found.newItems() > 0 ? now.toEpochMilli() : before.lastNew();
        long newest = Math.max(
                before.newestItem(),
                found.newestItem().map(Instant::toEpochMilli).orElse(0L));
        return new Activity(
                newest,
                found.items(),
                found.newItems(),
                before.totalItems() + found.newItems(),
                gap,
                lastNew,
                isSilent(gap, lastNew, now));
    }

    private boolean isSilent(long gapSeconds, long lastNew, Instant now) {
        if (gapSeconds == 0 || lastNew == 0) {
            return false;
        }
        long quiet = (now.toEpochMilli() - lastNew) / 1000;
        return quiet > Math.max(SILENT_AT_LEAST.toSeconds(), gapSeconds * silentAfterGaps);
    }

    /**
     * The state after a failure.
     *
     * @param retryAfter how long the publisher asked to be left alone
     */
    public FeedState afterFailure(
            FeedState before, FeedSource feed, Failure failure, Optional<Duration> retryAfter, Instant now) {
        int errors = before.errors() + 1;
        var pause = pause(failure.outcome(), feed, errors);
        var asked = retryAfter.map(wish -> wish.compareTo(DAY) > 0 ? DAY : wish).orElse(Duration.ZERO);
        var wait = asked.compareTo(pause) > 0 ? asked : pause;
        var old = before.activity();
        var activity = new Activity(
                old.newestItem(),
                old.items(),
                0,
                old.totalItems(),
                old.usualGapSeconds(),
                old.lastNew(),
                isSilent(old.usualGapSeconds(), old.lastNew(), now));
        return new FeedState(
                before.url(),
                before.effectiveUrl(),
                before.etag(),
                before.lastModified(),
                before.document(),
                failure.outcome(),
                failure.message(),
                failure.httpStatus(),
                now.toEpochMilli(),
                before.lastSuccess(),
                failure.outcome() == PollOutcome.RETIRED
                        ? Long.MAX_VALUE
                        : later(now, wait).toEpochMilli(),
                before.intervalSeconds(),
                errors,
                activity,
                before.push());
    }

    /**
     * A poll that failed.
     *
     * @param outcome the word for it
     * @param message a sentence for the operator, without text of the feed
     * @param httpStatus 0 where there was no answer
     */
    public record Failure(PollOutcome outcome, String message, int httpStatus) {}

    private static Duration pause(PollOutcome outcome, FeedSource feed, int errors) {
        return switch (outcome) {
            case UNAUTHORISED, NOT_FOUND, FORBIDDEN_ADDRESS, REDIRECT_LOOP, TOO_LARGE ->
                doubled(max(feed.longest(), HOUR), errors, DAY);
            case NOT_A_FEED, UNREADABLE, EMPTY_BODY, HTTP_ERROR ->
                doubled(feed.shortest(), errors, HOUR.multipliedBy(6));
            default -> doubled(feed.shortest(), errors, max(feed.longest(), HOUR));
        };
    }

    private static Duration doubled(Duration first, int errors, Duration most) {
        var pause = first.multipliedBy(1L << Math.min(errors - 1, 16));
        return pause.compareTo(most) > 0 ? max(most, first) : pause;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Instant jittered(Instant now, Duration wait) {
        double factor = 1 - JITTER + 2 * JITTER * chance.next();
        return now.plusMillis((long) (wait.toMillis() * factor));
    }

    /** After a failure the jitter only ever adds: what the publisher asked for is kept. */
    private Instant later(Instant now, Duration wait) {
        return now.plusMillis((long) (wait.toMillis() * (1 + JITTER * chance.next())));
    }
}
