package io.missionwatch.ingest;

import io.missionwatch.ingest.StateSerdes.ArticleAlias;
import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.polling.DueFeeds;
import io.missionwatch.ingest.polling.FeedState;
import io.missionwatch.ingest.polling.Fetched;
import io.missionwatch.ingest.polling.PollOutcome;
import io.missionwatch.ingest.polling.PollSchedule.Found;
import io.missionwatch.ingest.polling.UnderWay;
import io.missionwatch.ingest.wire.FeedRecords;
import io.missionwatch.schema.Feed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One task's share of the feeds. Fetch threads only ever touch the intake of results; stores are used and records
 * sent on by the stream thread alone, and a feed's new state is written in the same transaction as its articles.
 */
final class FeedPoller implements Processor<String, Feed, String, SpecificRecord> {

    private static final int MOST_IN_FLIGHT = 256;
    private static final int APPLIED_AT_ONCE = 50;
    private static final Duration PUSH_GAP = Duration.ofSeconds(20);
    private static final long HOST_BUSY_PAUSE = 200;
    private static final long DESK_FULL_PAUSE = 50;

    private final PollFeeds polls;
    private final PushedFeeds pushed;
    private final FeedMeters.Share shown;

    private ProcessorContext<String, SpecificRecord> context;
    private KeyValueStore<String, Feed> feeds;
    private KeyValueStore<String, FeedState> states;
    private SeenItems items;
    private DueFeeds due;
    private IntSupplier waiting;
    private UnderWay underWay;
    private Intake intake;
    private Deque<OpenPoll> waitingForTheDesk;

    FeedPoller(PollFeeds polls) {
        this.polls = polls;
        this.pushed = new PushedFeeds(polls.pushes());
        this.shown = polls.meters().feeds().share();
    }

    /** Begins with what the stores hold alone: a task that is closed may be begun again, and nothing is under way then. */
    @Override
    public void init(ProcessorContext<String, SpecificRecord> initialised) {
        due = new DueFeeds();
        waiting = due::size;
        underWay = new UnderWay(MOST_IN_FLIGHT, polls.manners().perHost());
        intake = new Intake(MOST_IN_FLIGHT);
        waitingForTheDesk = new ArrayDeque<>();
        context = initialised;
        feeds = initialised.getStateStore(PollFeeds.FEEDS);
        states = initialised.getStateStore(PollFeeds.STATES);
        KeyValueStore<String, ArticleAlias> aliases = initialised.getStateStore(PollFeeds.ALIASES);
        items = new SeenItems(initialised.getStateStore(PollFeeds.ITEMS), new ArticleAliases(aliases));
        try (var all = feeds.all()) {
            all.forEachRemaining(entry -> plan(entry.key, entry.value));
        }
        polls.meters().waiting(waiting);
        Sweep.schedule(initialised, aliases, ArticleAlias::at, polls.articlesKept());
        initialised.schedule(polls.manners().tick(), PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    private void plan(String key, Feed feed) {
        var state = states.get(key);
        if (state != null) {
            pushed.keep(key, FeedRecords.fromRecord(feed), state);
            shown.told(feed.getId(), state);
        }
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
        var state = polls.schedule()
                .planned(
                        Optional.ofNullable(states.get(key)),
                        feed,
                        now,
                        polls.manners().firstSpread());
        feeds.put(key, record.value());
        states.put(key, state);
        pushed.keep(key, feed, state);
        shown.told(feed.id(), state);
        if (feed.paused()) {
            due.remove(key);
        } else if (!underWay.has(key)) {
            due.set(key, state.nextPoll());
        }
        tell(feed, state, now);
    }

    private void remove(String key) {
        var feed = feeds.delete(key);
        states.delete(key);
        due.remove(key);
        pushed.end(key);
        if (feed != null) {
            items.forget(feed.getId());
            shown.gone(feed.getId());
            context.forward(new Record<>(feed.getId(), null, context.currentSystemTimeMs()));
        }
    }

    private void tick(long now) {
        for (int i = 0; i < APPLIED_AT_ONCE; i++) {
            var result = intake.next();
            if (result.isEmpty()) {
                break;
            }
            apply(result.get());
        }
        while (!waitingForTheDesk.isEmpty() && handOver(waitingForTheDesk.peek())) {
            waitingForTheDesk.remove();
        }
        hearHubs(now);
        startDue(now);
    }

    private void hearHubs(long now) {
        for (var key : pushed.heard()) {
            var state = states.get(key);
            if (state == null) {
                pushed.done(key);
            } else if (!underWay.has(key)) {
                due.set(key, PushedFeeds.soonest(state, now, PUSH_GAP));
                pushed.done(key);
            }
        }
    }

    private void startDue(long now) {
        while (underWay.hasRoom()) {
            var next = due.take(now);
            if (next.isEmpty() || !start(next.get(), now)) {
                return;
            }
        }
    }

    /** Starts a poll; answers whether there may be room for another. */
    private boolean start(DueFeeds.Due next, long now) {
        var key = next.feed();
        if (underWay.isBusy(key)) {
            due.set(key, now + HOST_BUSY_PAUSE);
            return true;
        }
        var feed = FeedRecords.fromRecord(feeds.get(key));
        var state = states.get(key);
        underWay.begin(key);
        if (!polls.desk().take(intake.of(() -> new DeskResult.Answer(key, feed, fetch(feed, state))))) {
            underWay.end(key);
            due.set(key, now + DESK_FULL_PAUSE);
            return false;
        }
        polls.meters().late(now - next.at());
        return true;
    }

    private Fetched fetch(FeedSource feed, FeedState state) {
        return polls.meters().fetch().record(() -> polls.fetch().fetch(feed, state));
    }

    private boolean handOver(OpenPoll poll) {
        var articles = poll.next();
        return polls.desk()
                .take(intake.of(() -> new DeskResult.Pages(poll, polls.pages().complete(poll.feed(), articles))));
    }

    private void apply(DeskResult result) {
        var key = result.key();
        var feed = Optional.ofNullable(feeds.get(key)).map(FeedRecords::fromRecord);
        if (feed.isEmpty() || !feed.get().url().equals(result.feed().url())) {
            underWay.end(key);
            polls.meters().dropped();
            feed.filter(other -> !other.paused())
                    .ifPresent(other -> due.set(key, states.get(key).nextPoll()));
        } else if (result instanceof DeskResult.Pages pages) {
            write(pages.poll(), feed.get(), pages.poll().completed(pages.articles()));
            goOn(pages.poll(), feed.get());
        } else if (result instanceof DeskResult.Answer answer && answer.fetched() instanceof Fetched.Read read) {
            var poll = new OpenPoll(key, feed.get(), read, items.sift(feed.get().id(), read));
            write(poll, feed.get(), poll.ready());
            goOn(poll, feed.get());
        } else if (result instanceof DeskResult.Answer answer) {
            end(
                    key,
                    feed.get(),
                    after(feed.get(), states.get(key), answer.fetched()),
                    answer.fetched().at());
        }
    }

    private void write(OpenPoll poll, FeedSource feed, List<Fresh> fresh) {
        var at = poll.read().at();
        for (var item : fresh) {
            items.settle(feed.id(), item, at.toEpochMilli())
                    .ifPresent(article -> forward(article.articleId(), ArticleRecords.article(article, feed), at));
        }
    }

    private void goOn(OpenPoll poll, FeedSource feed) {
        if (poll.isDone()) {
            end(poll.key(), feed, afterRead(poll, feed), poll.read().at());
        } else if (!handOver(poll)) {
            waitingForTheDesk.add(poll);
        }
    }

    private void end(String key, FeedSource feed, FeedState polled, Instant at) {
        underWay.end(key);
        var after = pushed.paced(key, feed, polled, at);
        pushed.keep(key, feed, after);
        var before = states.get(key);
        states.put(key, after);
        if (!after.retired() && !feed.paused()) {
            due.set(key, after.nextPoll());
        }
        polls.meters().polled(after.outcome());
        shown.told(feed.id(), after);
        if (after.isNewsAfter(before)) {
            tell(feed, after, at);
        }
    }

    private FeedState after(FeedSource feed, FeedState before, Fetched fetched) {
        if (fetched instanceof Fetched.Unread unread) {
            return polls.schedule().afterFailure(before, feed, unread.failure(), unread.retryAfter(), unread.at());
        }
        var same = (Fetched.Unchanged) fetched;
        var found = new Found(PollOutcome.NOT_MODIFIED, before.activity().items(), 0, Optional.empty());
        var after = polls.schedule().afterSuccess(before, feed, found, same.at());
        return same.movedTo().map(address -> after.movedTo(address.toString())).orElse(after);
    }

    private FeedState afterRead(OpenPoll poll, FeedSource feed) {
        var read = poll.read();
        var usual = read.movedTo().isPresent() ? PollOutcome.MOVED : read.outcome();
        var outcome = poll.sifted().churning() ? PollOutcome.CHURNING : usual;
        var found = new Found(outcome, read.articles().size(), poll.sifted().news(), read.newest());
        var after = polls.schedule()
                .afterSuccess(states.get(poll.key()), feed, found, read.at())
                .marked(poll.wantsPagesAgain() ? read.marks().forgotten() : read.marks());
        return read.movedTo().map(address -> after.movedTo(address.toString())).orElse(after);
    }

    private void tell(FeedSource feed, FeedState state, Instant at) {
        forward(feed.id(), ArticleRecords.status(feed, state), at);
    }

    private void forward(String key, SpecificRecord value, Instant at) {
        context.forward(new Record<>(key, value, at.toEpochMilli(), new RecordHeaders()));
    }

    @Override
    public void close() {
        intake.close();
        pushed.close();
        polls.meters().gone(waiting);
        shown.close();
    }
}
