package io.missionwatch.alert.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.missionwatch.alert.book.ActionKind;
import io.missionwatch.alert.book.AlertBook;
import io.missionwatch.alert.book.AlertState;
import io.missionwatch.alert.book.BookInput;
import io.missionwatch.alert.book.Outcome;
import io.missionwatch.alert.metrics.AlertMetric;
import io.missionwatch.alert.wire.WireSerdes;
import io.missionwatch.schema.Suppression;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Keeps the alert book: the only owner of an alert's life and the only writer of alerts. Remembers every alert until it
 * is forgotten, some time after its end, the order in which time will change alerts, and which are held back, to look every
 * few seconds whether they still are.
 */
final class KeepBook implements Processor<String, BookInput, String, SpecificRecord> {

    private static final String ALERTS = "alert-book";
    private static final String DEADLINES = "alert-deadlines";
    private static final String HELD_BACK = "held-back-alerts";
    private static final Duration CLOCK_EVERY = Duration.ofSeconds(10);
    private static final char SEPARATOR = '\u0000';

    private final AlertBook book;
    private final Backlog backlog;
    private final MeterRegistry metrics;
    private ProcessorContext<String, SpecificRecord> context;
    private KeyValueStore<String, AlertState> alerts;
    private KeyValueStore<String, String> deadlines;
    private KeyValueStore<String, String> heldBack;
    private QuietClock clock;
    private long evidenceReached;

    KeepBook(AlertBook book, Backlog backlog, MeterRegistry metrics) {
        this.book = book;
        this.backlog = backlog;
        this.metrics = metrics;
    }

    static List<StoreBuilder<?>> stores() {
        return List.of(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(ALERTS), Serdes.String(), WireSerdes.alertStates()),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(DEADLINES), Serdes.String(), Serdes.String()),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(HELD_BACK), Serdes.String(), Serdes.String()));
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> initialised) {
        context = initialised;
        alerts = context.getStateStore(ALERTS);
        deadlines = context.getStateStore(DEADLINES);
        heldBack = context.getStateStore(HELD_BACK);
        clock = new QuietClock(context.currentSystemTimeMs(), backlog);
        context.schedule(CLOCK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::clockReached);
    }

    @Override
    public void process(Record<String, BookInput> record) {
        apply(record, Instant.ofEpochMilli(record.timestamp()));
        // What somebody does says how late it is, but not how much of what came before was read.
        if (!(record.value() instanceof BookInput.Act)) {
            clock.heard(context.currentSystemTimeMs());
            evidenceReached(record.timestamp());
        }
    }

    private void evidenceReached(long at) {
        if (at - evidenceReached >= CLOCK_EVERY.toMillis()) {
            evidenceReached = at;
            timeReached(at);
        }
    }

    private void apply(Record<String, BookInput> record, Instant at) {
        var alertId = record.key();
        var before = Optional.ofNullable(alerts.get(alertId));
        var outcome = book.apply(alertId, before, record.value(), at);
        if (!outcome.state().equals(before)) {
            store(alertId, before, outcome.state());
        }
        tell(record, before, outcome);
    }

    private void store(String alertId, Optional<AlertState> before, Optional<AlertState> after) {
        before.ifPresent(state -> deadlines.delete(deadlineKey(book.dueAt(state), alertId)));
        after.ifPresent(state -> deadlines.put(deadlineKey(book.dueAt(state), alertId), alertId));
        before.filter(AlertState::isHeldBack).ifPresent(state -> heldBack.delete(alertId));
        after.filter(AlertState::isHeldBack)
                .flatMap(state -> state.latest().suppressedBy())
                .ifPresent(suppression -> heldBack.put(alertId, suppression));
        alerts.put(alertId, after.orElse(null));
    }

    private void tell(Record<String, BookInput> record, Optional<AlertState> before, Outcome outcome) {
        switch (outcome.news()) {
            case REVISION -> {
                var state = outcome.state().orElseThrow();
                count(state);
                context.forward(record.withValue(AlertWriter.write(state))
                        .withTimestamp(state.latest().updatedAt().toEpochMilli()));
                suppress(record, before, state);
            }
            case FORGOTTEN -> context.forward(record.withValue(null));
            case REFUSED -> metrics.counter(AlertMetric.ACTIONS_REFUSED.id()).increment();
            case NONE -> {}
        }
    }

    private void suppress(Record<String, BookInput> record, Optional<AlertState> before, AlertState state) {
        InhibitionWriter.write(before, state).ifPresent(suppression -> forward(record, suppression));
        if (record.value() instanceof BookInput.Act act && act.kind() == ActionKind.FALSE_POSITIVE) {
            SuppressionWriter.write(state, act).ifPresent(suppression -> forward(record, suppression));
        }
    }

    private void forward(Record<String, BookInput> record, Suppression suppression) {
        context.forward(new Record<String, SpecificRecord>(
                suppression.getSuppressionId(), suppression, record.timestamp(), record.headers()));
    }

    private void count(AlertState state) {
        var latest = state.latest();
        var live = state.isExercise() ? "exercise" : "live";
        metrics.counter(
                        AlertMetric.REVISIONS.id(),
                        "change",
                        latest.change().name().toLowerCase(Locale.ROOT),
                        "severity",
                        latest.assessment().severity().name().toLowerCase(Locale.ROOT),
                        "mode",
                        state.about().card().shadow() ? "shadow" : live)
                .increment();
    }

    private void clockReached(long now) {
        if (clock.isQuiet(now)) {
            timeReached(now);
        } else {
            release(now);
        }
    }

    private void timeReached(long now) {
        for (var entry : all(deadlines.range("", timeKey(now + 1)))) {
            deadlines.delete(entry.key);
            Optional.ofNullable(alerts.get(entry.value)).map(book::dueAt).ifPresent(at -> timeReached(entry.value, at));
        }
        release(now);
    }

    /** Looks at what is held back, but for what is overdue: that waits for its own time. */
    private void release(long now) {
        var at = Instant.ofEpochMilli(now);
        for (var entry : all(heldBack.all())) {
            Optional.ofNullable(alerts.get(entry.key))
                    .filter(state -> book.dueAt(state).isAfter(at))
                    .ifPresent(state -> timeReached(entry.key, at));
        }
    }

    private void timeReached(String alertId, Instant at) {
        apply(new Record<>(alertId, new BookInput.TimeReached(at), at.toEpochMilli()), at);
    }

    private static List<KeyValue<String, String>> all(KeyValueIterator<String, String> entries) {
        try (entries) {
            var all = new ArrayList<KeyValue<String, String>>();
            entries.forEachRemaining(all::add);
            return all;
        }
    }

    private static String deadlineKey(Instant at, String alertId) {
        return timeKey(at.toEpochMilli()) + SEPARATOR + alertId;
    }

    private static String timeKey(long millis) {
        return "%016x".formatted(millis ^ Long.MIN_VALUE);
    }
}
