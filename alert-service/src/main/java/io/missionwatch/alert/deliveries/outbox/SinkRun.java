package io.missionwatch.alert.deliveries.outbox;

import io.missionwatch.alert.deliveries.outbox.Counter.Result;
import io.missionwatch.alert.deliveries.outbox.Outbox.Ticket;
import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.runtime.deadletters.Blame;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.Delivery;
import io.missionwatch.schema.DeliveryOutcome;
import io.missionwatch.topics.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the history of alerts for one sink and delivers what it wants, from one start of its consumer to the end of it. An
 * outcome is logged before the progress that rests on it is committed.
 */
final class SinkRun implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(SinkRun.class);
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration BUSY = Duration.ofMillis(5);
    private static final Duration LAST_CALL = Duration.ofSeconds(2);
    // What is open must fit into the metadata of an offset, together with one poll of records.
    private static final int MOST_LOADED = 100;
    // A digest has a paragraph and a header for each; more of them may be more than a mail server takes.
    private static final int MOST_TOGETHER = 50;

    private final SinkOrder order;
    private final Consumer<String, Alert> consumer;
    private final Counter counter;
    private final DeliveryLog log;
    private final DeliveryMeters meters;
    private final InstantSource clock;
    private final Optional<Gatherer> gatherer;
    private final Map<TopicPartition, Outbox> outboxes = new HashMap<>();
    private final Map<TopicPartition, Progress> committed = new HashMap<>();
    private boolean gone;

    SinkRun(
            SinkOrder order,
            Consumer<String, Alert> consumer,
            Counter counter,
            DeliveryLog log,
            DeliveryMeters meters,
            InstantSource clock) {
        this.order = order;
        this.consumer = consumer;
        this.counter = counter;
        this.log = log;
        this.meters = meters;
        this.clock = clock;
        this.gatherer = counter.gathering().map(Gatherer::new);
    }

    /** Delivers until it is told to end; answers whether the receiver is gone for good. */
    boolean run(BooleanSupplier isEnding, Runnable isWorking) {
        consumer.subscribe(List.of(TopicCatalogue.ALERT_HISTORY.name()), this);
        while (!isEnding.getAsBoolean() && !gone) {
            receive();
            settle(counter.collect());
            if (!gone) {
                start();
            }
            holdBack();
            commit(outboxes.keySet());
            isWorking.run();
        }
        settle(counter.collectLast(LAST_CALL, clock));
        commit(outboxes.keySet());
        return gone;
    }

    private void receive() {
        try {
            consumer.poll(patience()).forEach(this::take);
        } catch (RecordDeserializationException bad) {
            if (Blame.isOfTheMachine(bad)) {
                throw bad;
            }
            LOG.warn("Alert set aside sink={} offset={}", order.name(), bad.offset());
            log.setAside(bad);
            Optional.ofNullable(outboxes.get(bad.topicPartition())).ifPresent(outbox -> outbox.skip(bad.offset()));
            consumer.seek(bad.topicPartition(), bad.offset() + 1);
        }
    }

    private Duration patience() {
        if (!counter.isIdle()) {
            return BUSY;
        }
        if (gatherer.isPresent()) {
            return IDLE;
        }
        var now = clock.instant();
        return outboxes.values().stream()
                .flatMap(outbox -> outbox.nextDue().stream())
                .min(Comparator.naturalOrder())
                .map(due -> due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO)
                .filter(wait -> wait.compareTo(IDLE) < 0)
                .orElse(IDLE);
    }

    private void take(ConsumerRecord<String, Alert> record) {
        var outbox = outboxes.get(new TopicPartition(record.topic(), record.partition()));
        if (record.value() == null) {
            outbox.skip(record.offset());
        } else {
            var parcel = new Parcel(record.value(), 0, CloudEventHeaders.trace(record.headers()));
            boolean isWanted = order.choice().test(record.value());
            boolean isKept = outbox.take(record.offset(), parcel, isWanted);
            gatherer.filter(any -> isKept).ifPresent(waiting -> waiting.took(parcel, since(record)));
        }
    }

    /** When it was written, by whatever clock, but not in the future: the wait of what was gathered outlives a restart. */
    private Instant since(ConsumerRecord<String, Alert> record) {
        return Instant.ofEpochMilli(Math.min(record.timestamp(), clock.millis()));
    }

    private void start() {
        var now = clock.instant();
        gatherer.ifPresentOrElse(waiting -> startTogether(waiting, now), () -> startEach(now));
    }

    private void startEach(Instant now) {
        for (var outbox : outboxes.values()) {
            for (var ticket : outbox.startDue(now, counter.free())) {
                counter.hand(Map.of(ticket, outbox.parcel(ticket.offset())));
            }
        }
    }

    private void startTogether(Gatherer waiting, Instant now) {
        boolean isTime = waiting.isTime(now)
                || outboxes.values().stream()
                        .anyMatch(outbox -> outbox.countAllDue(now) >= MOST_LOADED || outbox.hasRetryDue(now));
        if (!counter.isIdle() || !isTime) {
            return;
        }
        var together = new LinkedHashMap<Ticket, Parcel>();
        for (var outbox : outboxes.values()) {
            outbox.startAllDue(now, MOST_TOGETHER - together.size())
                    .forEach(ticket -> together.put(ticket, outbox.parcel(ticket.offset())));
        }
        // What finds no place in a full one goes with the next.
        if (together.size() < MOST_TOGETHER) {
            waiting.left();
        }
        if (!together.isEmpty()) {
            counter.hand(together);
        }
    }

    private void settle(List<Result> results) {
        var now = clock.instant();
        // One for all, so that what was brought together is tried again together.
        double chance = ThreadLocalRandom.current().nextDouble();
        var entries = new ArrayList<Delivery>();
        var verdicts = new ArrayList<Runnable>();
        for (var result : results) {
            var next = next(result, now, chance);
            entries.add(DeliveryLog.entry(order.name(), result.parcel(), result.attempt(), next.isPresent(), now));
            verdicts.add(() -> apply(result, next));
        }
        log.write(entries);
        verdicts.forEach(Runnable::run);
        for (int i = 0; i < entries.size(); i++) {
            tell(entries.get(i), results.get(i));
        }
    }

    private Optional<Instant> next(Result result, Instant now, double chance) {
        if (result.attempt() instanceof Attempt.Failed failed) {
            return order.retries()
                    .afterFailures(result.parcel().attempt(), failed.notBefore(), chance)
                    .map(now::plus);
        }
        return result.attempt() instanceof Attempt.Gone ? Optional.of(now) : Optional.empty();
    }

    private void apply(Result result, Optional<Instant> next) {
        gone |= result.attempt() instanceof Attempt.Gone;
        Ticket ticket = result.ticket();
        next.ifPresentOrElse(
                time -> ticket.outbox()
                        .tryAgain(ticket.offset(), result.parcel().attempt(), time),
                () -> ticket.outbox().settle(ticket.offset()));
    }

    private void tell(Delivery entry, Result result) {
        meters.tried(entry.getOutcome(), result.took());
        if (entry.getOutcome() == DeliveryOutcome.GIVEN_UP) {
            LOG.warn(
                    "Delivery given up sink={} delivery={} attempts={} because={}",
                    order.name(),
                    entry.getDeliveryId(),
                    entry.getAttempt(),
                    entry.getError());
        }
    }

    /**
     * A partition of which much is at hand is not read any further until some of it is done. What is open from before a restart
     * does not count until it is read again: it lies before everything new, and nothing else can bring it.
     */
    private void holdBack() {
        int open = 0;
        for (var entry : outboxes.entrySet()) {
            var partition = List.of(entry.getKey());
            open += entry.getValue().size();
            if (entry.getValue().loaded() >= MOST_LOADED) {
                consumer.pause(partition);
            } else {
                consumer.resume(partition);
            }
        }
        meters.open(open);
    }

    private void commit(Collection<TopicPartition> partitions) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : partitions) {
            var progress = outboxes.get(partition).progress();
            if (!progress.equals(committed.get(partition))) {
                offsets.put(partition, new OffsetAndMetadata(progress.offset(), progress.asText()));
                committed.put(partition, progress);
            }
        }
        if (!offsets.isEmpty()) {
            consumer.commitSync(offsets);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        var before = consumer.committed(Set.copyOf(partitions));
        for (var partition : partitions) {
            var progress = Optional.ofNullable(before.get(partition))
                    .map(SinkRun::progress)
                    .orElseGet(() -> Progress.at(consumer.position(partition)));
            outboxes.put(partition, new Outbox(progress));
        }
        // A new sink starts here for good, even if it is killed before its first delivery.
        commit(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        settle(counter.collectLast(LAST_CALL, clock));
        commit(partitions.stream().filter(outboxes::containsKey).toList());
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            outboxes.remove(partition);
            committed.remove(partition);
        });
    }

    private static Progress progress(OffsetAndMetadata committed) {
        return Progress.parse(committed.offset(), committed.metadata())
                .orElseGet(() -> Progress.at(committed.offset()));
    }
}
