package io.missionwatch.alert.stream;

import io.missionwatch.alert.book.BookInput;
import io.missionwatch.alert.book.PatternCard;
import io.missionwatch.alert.matching.Route;
import io.missionwatch.alert.matching.WindowInput;
import io.missionwatch.alert.matching.WindowInput.Denied;
import io.missionwatch.alert.matching.WindowInput.Matched;
import io.missionwatch.alert.matching.WindowInput.Retracted;
import io.missionwatch.alert.windows.Handover;
import io.missionwatch.alert.windows.Hit;
import io.missionwatch.alert.windows.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps the windows of every pattern and group, and tells the book which alert gets or loses which evidence. Remembers
 * hits for the reach of their pattern and the retention after they came.
 */
final class AssignWindows implements Processor<String, WindowInput, String, BookInput> {

    private static final Duration PRUNED_EVERY = Duration.ofHours(1);
    private static final Duration DEADLINES_EVERY = Duration.ofSeconds(1);
    private static final String OTHERWISE = "Later reports change what the pattern finds.";

    private final LiveControl control;
    private final Duration retention;
    private final Backlog backlog;
    private ProcessorContext<String, BookInput> context;
    private WindowStores stores;
    private QuietClock clock;

    AssignWindows(LiveControl control, Duration retention, Backlog backlog) {
        this.control = control;
        this.retention = retention;
        this.backlog = backlog;
    }

    @Override
    public void init(ProcessorContext<String, BookInput> initialised) {
        context = initialised;
        stores = new WindowStores(context);
        clock = new QuietClock(context.currentSystemTimeMs(), backlog);
        context.schedule(PRUNED_EVERY, PunctuationType.STREAM_TIME, now -> stores.prune(Instant.ofEpochMilli(now)));
        context.schedule(DEADLINES_EVERY, PunctuationType.STREAM_TIME, this::reachDeadlines);
        context.schedule(DEADLINES_EVERY, PunctuationType.WALL_CLOCK_TIME, this::reachDeadlinesOfQuiet);
    }

    @Override
    public void process(Record<String, WindowInput> record) {
        clock.heard(context.currentSystemTimeMs());
        var input = record.value();
        var hits = stores.hitsOf(input.route());
        if (input instanceof Matched matched) {
            stores.remember(input.route(), matched.card());
            add(matched.route(), matched.hit(), hits, record);
        } else if (input instanceof Denied denied) {
            add(denied.route(), denied.hit(), hits, record);
        } else {
            retract((Retracted) input, hits, record);
        }
    }

    private void add(Route route, Hit hit, Map<String, Hit> hits, Record<String, WindowInput> record) {
        var before = Optional.ofNullable(hits.get(hit.eventId()));
        before.ifPresent(old -> stores.delete(route, old));
        var renewed = hit.handedTo(before.map(Hit::alerts).orElse(Map.of()));
        hits.put(hit.eventId(), renewed);
        stores.put(route, renewed, keepUntil(route, record.timestamp()));
        control.patterns()
                .current()
                .windows(route)
                .ifPresent(rule -> handOver(route, rule, hits.values(), Optional.of(hit.eventId()), record, OTHERWISE));
    }

    private Instant keepUntil(Route route, long timestamp) {
        var reach = control.patterns()
                .current()
                .windows(route)
                .map(WindowRule::reach)
                .orElse(Duration.ZERO);
        return Instant.ofEpochMilli(timestamp).plus(reach).plus(retention);
    }

    private void retract(Retracted retracted, Map<String, Hit> hits, Record<String, WindowInput> record) {
        var gone = Optional.ofNullable(hits.remove(retracted.eventId()));
        if (gone.isEmpty()) {
            return;
        }
        stores.delete(retracted.route(), gone.get());
        gone.get().alerts().keySet().stream()
                .sorted()
                .forEach(alertId ->
                        tell(alertId, withdrawal(retracted.route(), retracted.eventId(), retracted.reason()), record));
        control.patterns()
                .current()
                .windows(retracted.route())
                .ifPresent(rule ->
                        handOver(retracted.route(), rule, hits.values(), Optional.empty(), record, retracted.reason()));
    }

    private void handOver(
            Route route,
            WindowRule rule,
            Collection<Hit> hits,
            Optional<String> renewed,
            Record<String, ?> record,
            String why) {
        var naming = new WindowRule.Naming(route.patternId(), route.group());
        var reached = reached(hits, Instant.ofEpochMilli(Math.max(record.timestamp(), context.currentStreamTimeMs())));
        var handover = Handover.of(hits, rule.assign(naming, hits, reached), renewed);
        var card = stores.cardOf(route);
        handover.withdrawals().forEach(gone -> tell(gone.alertId(), withdrawal(route, gone.eventId(), why), record));
        handover.includes()
                .forEach(include -> tell(include.assignment().alertId(), includeOf(route, card, include), record));
        handover.hits().forEach(hit -> stores.update(route, hit));
        stores.awake(route, rule.nextDeadline(hits, reached));
    }

    /** What was brought in from the past goes by its own time alone, however late the clock is. */
    private static Instant reached(Collection<Hit> hits, Instant now) {
        return hits.stream().allMatch(hit -> hit.evidence().source().backfill())
                ? hits.stream().map(Hit::time).max(Instant::compareTo).orElse(now)
                : now;
    }

    private static BookInput includeOf(Route route, PatternCard card, Handover.Include include) {
        return new BookInput.Include(
                route.stateKey(),
                card,
                route.group(),
                include.assignment().window(),
                include.assignment().continues(),
                include.hit().evidence());
    }

    private static BookInput withdrawal(Route route, String eventId, String why) {
        return new BookInput.Withdraw(route.stateKey(), eventId, why);
    }

    private void tell(String alertId, BookInput input, Record<String, ?> record) {
        context.forward(new Record<>(alertId, input, record.timestamp(), record.headers()));
    }

    private void reachDeadlinesOfQuiet(long now) {
        if (clock.isQuiet(now)) {
            reachDeadlines(now);
        }
    }

    private void reachDeadlines(long now) {
        var reached = Instant.ofEpochMilli(now);
        stores.due(reached).forEach(route -> reachDeadlines(route, reached));
    }

    /** One deadline after the other, each stamped with itself, however far the clock has jumped. */
    private void reachDeadlines(Route route, Instant now) {
        var due = stores.deadlineOf(route).filter(at -> !at.isAfter(now));
        while (due.isPresent()) {
            var at = due.get();
            var record = new Record<>(route.key(), "", at.toEpochMilli());
            control.patterns()
                    .current()
                    .windows(route)
                    .ifPresent(rule ->
                            handOver(route, rule, stores.hitsOf(route).values(), Optional.empty(), record, OTHERWISE));
            // What was brought in from the past waits for its own time, not for the clock.
            if (stores.deadlineOf(route).filter(at::isBefore).isEmpty()) {
                stores.awake(route, Optional.empty());
            }
            due = stores.deadlineOf(route).filter(next -> !next.isAfter(now));
        }
    }
}
