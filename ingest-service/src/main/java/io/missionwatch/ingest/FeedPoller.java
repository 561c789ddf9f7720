package io.missionwatch.ingest;

import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.polling.DueFeeds;
import io.missionwatch.ingest.polling.FeedState;
import io.missionwatch.ingest.polling.Fetched;
import io.missionwatch.ingest.polling.PollOutcome;
import io.missionwatch.ingest.polling.PollSchedule.Found;
import io.missionwatch.schema.Feed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.IntSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One task's share of the feeds. Fetch threads only ever touch the bounded queue of results; stores are used and records
 * sent on by the stream thread alone, and a feed's new state is written in the same transaction as its articles.
 */
final class FeedPoller implements Processor<String, Feed, String, SpecificRecord> {

    private static final int MOST_IN_FLIGHT = 256;
    private static final int APPLIED_AT_ONCE = 50;
    private static final long HOST_BUSY_PAUSE = 200;
    private static final long DESK_FULL_PAUSE = 50;

    private final PollFeeds polls;
    private final BlockingQueue<Result> results = new ArrayBlockingQueue<>(MOST_IN_FLIGHT);
    private final DueFeeds due = new DueFeeds();
    private final Map<String, FeedSource> inFlight = new HashMap<>();
    private final Map<String, Integer> busyHosts = new HashMap<>();
    private final IntSupplier waiting = due::size;

    private ProcessorContext<String, SpecificRecord> context;
    private KeyValueStore<String, Feed> feeds;
    private KeyValueStore<String, FeedState> states;
    private SeenItems items;
    private volatile boolean closed;

    FeedPoller(PollFeeds polls) {
        this.polls = polls;
    }

    /** What a fetch brought, and which feed it was for. */
    private record Result(String key, FeedSource feed, Fetched fetched) {}

    @Override
    public void init(ProcessorContext<String, SpecificRecord> initialised) {
        context = initialised;
        feeds = initialised.getStateStore(PollFeeds.FEEDS);
        states = initialised.getStateStore(PollFeeds.STATES);
        items = new SeenItems(initialised.getStateStore(PollFeeds.ITEMS));
        try (var all = feeds.all()) {
            all.forEachRemaining(entry -> plan(entry.key, entry.value));
        }
        polls.meters().waiting(waiting);
        initialised.schedule(polls.manners().tick(), PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    private void plan(String key, Feed feed) {
        var state = states.get(key);
        if (state != null && !state.retired() && !feed.getPaused()) {
            due.set(key, state.nextPoll());
        }
    }

    @Override
    public void process(Record<String, Feed> record) {
        var key = record.key();
        if (record.value() == null) {
            remove(key);
            return;
        }
        var feed = FeedRecords.fromRecord(record.value());
        var now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        var state = stateFor(key, feed, now);
        feeds.put(key, record.value());
        states.put(key, state);
        if (feed.paused()) {
            due.remove(key);
        } else if (!inFlight.containsKey(key)) {
            due.set(key, state.nextPoll());
        }
        tell(feed, state, now);
    }

    /** What is known of a feed that the operator has just written: what was, unless its address is another. */
    private FeedState stateFor(String key, FeedSource feed, Instant now) {
        var before = states.get(key);
        var first = polls.schedule().first(now, polls.manners().firstSpread()).toEpochMilli();
        if (before == null || !before.url().equals(feed.url().toString())) {
            var fresh = FeedState.unknown(
                    feed.url().toString(), first, feed.shortest().toSeconds());
            return feed.paused() ? fresh.dueAt(first, PollOutcome.PAUSED) : fresh;
        }
        if (feed.paused()) {
            return before.dueAt(before.nextPoll(), PollOutcome.PAUSED);
        }
        // Written again by the operator, a feed is tried again, also one that its publisher had ended.
        boolean ended = before.retired() || before.outcome() == PollOutcome.PAUSED;
        return ended
                ? before.dueAt(first, PollOutcome.NEW)
                : before.dueAt(Math.min(first, before.nextPoll()), before.outcome());
    }

    private void remove(String key) {
        var feed = feeds.delete(key);
        states.delete(key);
        due.remove(key);
        if (feed != null) {
            items.forget(feed.getId());
            polls.meters().silent(feed.getId(), false);
            context.forward(new Record<>(feed.getId(), null, context.currentSystemTimeMs()));
        }
    }

    private void tick(long now) {
        for (int i = 0; i < APPLIED_AT_ONCE; i++) {
            var result = results.poll();
            if (result == null) {
                break;
            }
            apply(result);
        }
        startDue(now);
    }

    private void startDue(long now) {
        while (inFlight.size() < MOST_IN_FLIGHT) {
            var next = due.take(now);
            if (next.isEmpty() || !start(next.get(), now)) {
                return;
            }
        }
    }

    /** Starts a poll; answers whether there may be room for another. */
    private boolean start(DueFeeds.Due next, long now) {
        var key = next.feed();
        var host = key.substring(0, key.indexOf('|'));
        if (busyHosts.getOrDefault(host, 0) >= polls.manners().perHost()) {
            due.set(key, now + HOST_BUSY_PAUSE);
            return true;
        }
        var feed = FeedRecords.fromRecord(feeds.get(key));
        var state = states.get(key);
        if (!polls.desk().take(() -> fetch(key, feed, state))) {
            due.set(key, now + DESK_FULL_PAUSE);
            return false;
        }
        inFlight.put(key, feed);
        busyHosts.merge(host, 1, Integer::sum);
        polls.meters().late(now - next.at());
        return true;
    }

    /** Runs on a fetch thread. */
    private void fetch(String key, FeedSource feed, FeedState state) {
        if (!closed) {
            var fetched = polls.meters().fetch().record(() -> polls.fetch().fetch(feed, state));
            // There is room for as many results as polls are started; a closed task wants none.
            if (!results.offer(new Result(key, feed, fetched))) {
                throw new IllegalStateException("more results than polls");
            }
        }
    }

    private void apply(Result result) {
        var key = result.key();
        inFlight.remove(key);
        busyHosts.merge(
                key.substring(0, key.indexOf('|')), -1, (count, less) -> count + less == 0 ? null : count + less);
        var current = Optional.ofNullable(feeds.get(key)).map(FeedRecords::fromRecord);
        var before = states.get(key);
        if (current.isEmpty() || !current.get().url().equals(result.feed().url())) {
            polls.meters().dropped();
            current.filter(feed -> !feed.paused()).ifPresent(feed -> due.set(key, before.nextPoll()));
            return;
        }
        var feed = current.get();
        var after = after(feed, before, result.fetched());
        states.put(key, after);
        if (!after.retired() && !feed.paused()) {
            due.set(key, after.nextPoll());
        }
        polls.meters().polled(after.outcome());
        polls.meters().silent(feed.id(), after.activity().silent());
        if (isWorthTelling(before, after)) {
            tell(feed, after, result.fetched().at());
        }
    }

    private FeedState after(FeedSource feed, FeedState before, Fetched fetched) {
        if (fetched instanceof Fetched.Unread unread) {
            return polls.schedule().afterFailure(before, feed, unread.failure(), unread.retryAfter(), unread.at());
        }
        if (fetched instanceof Fetched.Unchanged same) {
            var found = new Found(PollOutcome.NOT_MODIFIED, before.activity().items(), 0, Optional.empty());
            var after = polls.schedule().afterSuccess(before, feed, found, same.at());
            return same.movedTo()
                    .map(address -> after.movedTo(address.toString()))
                    .orElse(after);
        }
        return read(feed, before, (Fetched.Read) fetched);
    }

    private FeedState read(FeedSource feed, FeedState before, Fetched.Read read) {
        var fresh = items.sift(feed.id(), read);
        for (var draft : fresh.articles()) {
            forward(draft.articleId(), ArticleRecords.article(draft, feed), read.at());
        }
        var outcome = fresh.churning()
                ? PollOutcome.CHURNING
                : read.movedTo().isPresent() ? PollOutcome.MOVED : read.outcome();
        var found = new Found(outcome, read.articles().size(), fresh.articles().size(), SeenItems.newest(read));
        var after =
                polls.schedule().afterSuccess(before, feed, found, read.at()).marked(read.marks());
        return read.movedTo().map(address -> after.movedTo(address.toString())).orElse(after);
    }

    private static boolean isWorthTelling(FeedState before, FeedState after) {
        return after.outcome() != PollOutcome.NOT_MODIFIED
                || before.outcome() != after.outcome()
                || before.activity().silent() != after.activity().silent()
                || after.lastPoll() / Duration.ofHours(1).toMillis()
                        != before.lastPoll() / Duration.ofHours(1).toMillis();
    }

    private void tell(FeedSource feed, FeedState state, Instant at) {
        forward(feed.id(), ArticleRecords.status(feed, state), at);
    }

    private void forward(String key, SpecificRecord value, Instant at) {
        context.forward(new Record<>(key, value, at.toEpochMilli(), new RecordHeaders()));
    }

    @Override
    public void close() {
        closed = true;
        results.clear();
        polls.meters().gone(waiting);
    }
}
