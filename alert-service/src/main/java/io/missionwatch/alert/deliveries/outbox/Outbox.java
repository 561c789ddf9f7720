package io.missionwatch.alert.deliveries.outbox;

import io.missionwatch.alert.deliveries.outbox.Progress.Tries;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one sink has still to deliver of one partition. Revisions of one alert leave in their order: the next one waits until the
 * one before is delivered or given up. Other alerts do not wait for it. Used by one thread.
 */
final class Outbox {

    /**
     * What an outcome is given back with.
     *
     * @param outbox where the parcel lies
     * @param offset of its record
     */
    record Ticket(Outbox outbox, long offset) {}

    private final Map<String, Deque<Long>> queues = new HashMap<>();
    private final Map<Long, Parcel> parcels = new HashMap<>();
    private final Set<Long> underWay = new HashSet<>();
    private final Progress before;
    private final TreeMap<Long, Tries> open;
    private long read;

    /** What is left by what was committed. */
    Outbox(Progress before) {
        this.before = before;
        this.read = before.read();
        this.open = new TreeMap<>(before.open());
    }

    /**
     * Takes a record that was read; answers whether it is to be delivered.
     *
     * @param wanted whether the sink wants it at all
     */
    boolean take(long offset, Parcel parcel, boolean wanted) {
        boolean done = before.isDone(offset) || !wanted;
        read = Math.max(read, offset + 1);
        if (done) {
            open.remove(offset);
            return false;
        }
        open.putIfAbsent(offset, before.triesOf(offset));
        parcels.put(offset, parcel);
        queues.computeIfAbsent(parcel.alert().getAlertId(), id -> new ArrayDeque<>())
                .addLast(offset);
        return true;
    }

    /** A record that cannot be delivered at all, because it cannot be read or is empty. */
    void skip(long offset) {
        read = Math.max(read, offset + 1);
        open.remove(offset);
    }

    /** What may be tried now, the oldest first; each is under way until it is settled. */
    List<Ticket> startDue(Instant now, int most) {
        var due = heads().stream()
                .filter(offset -> !open.get(offset).next().isAfter(now))
                .sorted()
                .limit(most)
                .toList();
        underWay.addAll(due);
        return due.stream().map(offset -> new Ticket(this, offset)).toList();
    }

    /** What may be brought together: all of every alert of which nothing waits for its next try, the oldest first. */
    List<Ticket> startAllDue(Instant now, int most) {
        var due = allDue(now).sorted().limit(most).toList();
        underWay.addAll(due);
        return due.stream().map(offset -> new Ticket(this, offset)).toList();
    }

    /** How many may be brought together. */
    long countAllDue(Instant now) {
        return allDue(now).count();
    }

    private Stream<Long> allDue(Instant now) {
        return queues.values().stream()
                .filter(queue -> isDue(queue.getFirst(), now))
                .flatMap(Deque::stream);
    }

    private boolean isDue(long offset, Instant now) {
        return !underWay.contains(offset) && !open.get(offset).next().isAfter(now);
    }

    /** Whether something that failed may be tried again. */
    boolean hasRetryDue(Instant now) {
        return heads().stream().anyMatch(offset -> open.get(offset).attempts() > 0 && isDue(offset, now));
    }

    /** When the next retry is due, of what is not under way. */
    Optional<Instant> nextDue() {
        return heads().stream().map(offset -> open.get(offset).next()).min(Comparator.naturalOrder());
    }

    /** The parcel of an open record. */
    Parcel parcel(long offset) {
        return parcels.get(offset).inAttempt(open.get(offset).attempts() + 1);
    }

    /** It was delivered or given up. */
    void settle(long offset) {
        underWay.remove(offset);
        open.remove(offset);
        var alertId = parcels.remove(offset).alert().getAlertId();
        var queue = queues.get(alertId);
        queue.remove(offset);
        if (queue.isEmpty()) {
            queues.remove(alertId);
        }
    }

    /** It failed, and is tried again. */
    void tryAgain(long offset, int attempts, Instant next) {
        underWay.remove(offset);
        open.put(offset, new Tries(attempts, next));
    }

    /** How many are open, also those of an earlier start whose records were not read again yet. */
    int size() {
        return open.size();
    }

    /** How many are open and at hand. */
    int loaded() {
        return parcels.size();
    }

    /** How far it has come. */
    Progress progress() {
        return new Progress(read, open);
    }

    private List<Long> heads() {
        var heads = new ArrayList<Long>();
        queues.values().stream()
                .map(Deque::peekFirst)
                .filter(offset -> !underWay.contains(offset))
                .forEach(heads::add);
        return heads;
    }
}
