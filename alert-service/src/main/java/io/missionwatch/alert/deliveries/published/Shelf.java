package io.missionwatch.alert.deliveries.published;

import io.missionwatch.schema.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The newest revisions that are published, each with those that came before it and with the time at which it came here. What
 * is older than the shelf keeps is gone, also when nothing new comes. Safe for several threads.
 */
public final class Shelf {

    private final int most;
    private final Duration keep;
    private final InstantSource clock;
    private final Map<String, NavigableMap<Integer, Alert>> alerts = new HashMap<>();
    private final TreeMap<Age, Arrival> byAge = new TreeMap<>();
    private Instant newestArrival = Instant.EPOCH;

    /**
     * A revision that came to the shelf.
     *
     * @param at when, in milliseconds; later than everything that came before it
     */
    public record Arrival(Instant at, Alert alert) {}

    private record Age(long millis, String alertId, int revision) implements Comparable<Age> {
        static Age of(Alert alert) {
            return new Age(alert.getUpdatedAt().toEpochMilli(), alert.getAlertId(), alert.getRevision());
        }

        @Override
        public int compareTo(Age other) {
            return Comparator.comparingLong(Age::millis)
                    .thenComparing(Age::alertId)
                    .thenComparingInt(Age::revision)
                    .compare(this, other);
        }
    }

    /**
     * A shelf for so many revisions; the oldest makes room.
     *
     * @param keep how old one may become
     */
    public Shelf(int most, Duration keep, InstantSource clock) {
        this.most = most;
        this.keep = keep;
        this.clock = clock;
    }

    /** Puts a revision there. */
    public synchronized void put(Alert alert) {
        // Whoever asks for what came after a time must miss nothing, so no two revisions come at one.
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        newestArrival = now.isAfter(newestArrival) ? now : newestArrival.plusMillis(1);
        alerts.computeIfAbsent(alert.getAlertId(), id -> new TreeMap<>()).put(alert.getRevision(), alert);
        byAge.put(Age.of(alert), new Arrival(newestArrival, alert));
        tidy();
    }

    private void tidy() {
        long oldest = clock.instant().minus(keep).toEpochMilli();
        while (byAge.size() > most || (!byAge.isEmpty() && byAge.firstKey().millis() < oldest)) {
            takeAway(byAge.pollFirstEntry().getValue().alert());
        }
    }

    private void takeAway(Alert alert) {
        var revisions = alerts.get(alert.getAlertId());
        revisions.remove(alert.getRevision());
        if (revisions.isEmpty()) {
            alerts.remove(alert.getAlertId());
        }
    }

    /** A revision. */
    public synchronized Optional<Alert> find(String alertId, int revision) {
        tidy();
        return Optional.ofNullable(alerts.get(alertId)).map(revisions -> revisions.get(revision));
    }

    /** The revisions of the same alert before this one, oldest first. */
    public synchronized List<Alert> before(Alert alert) {
        return Optional.ofNullable(alerts.get(alert.getAlertId()))
                .map(revisions ->
                        List.copyOf(revisions.headMap(alert.getRevision()).values()))
                .orElse(List.of());
    }

    /** The newest revision of each alert, the one that changed last first. */
    public synchronized List<Alert> newest(int limit) {
        tidy();
        var newest = new ArrayList<Alert>();
        for (var arrival : byAge.descendingMap().values()) {
            if (newest.size() == limit) {
                break;
            }
            if (isNewest(arrival.alert())) {
                newest.add(arrival.alert());
            }
        }
        return List.copyOf(newest);
    }

    /** The newest revision of every alert, the one that came first first. */
    public synchronized List<Arrival> arrivals() {
        tidy();
        return byAge.values().stream()
                .filter(arrival -> isNewest(arrival.alert()))
                .sorted(Comparator.comparing(Arrival::at))
                .toList();
    }

    private boolean isNewest(Alert alert) {
        return alerts.get(alert.getAlertId()).lastKey() == alert.getRevision();
    }
}
