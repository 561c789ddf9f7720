package io.missionwatch.alert.deliveries.published;

import io.missionwatch.schema.Alert;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The newest revisions that are published, each with those that came before it. Safe for several threads. */
public final class Shelf {

    private final int most;
    private final Map<String, NavigableMap<Integer, Alert>> alerts = new HashMap<>();
    private final TreeMap<Age, Alert> byAge = new TreeMap<>();

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

    /** A shelf for so many revisions; the oldest makes room. */
    public Shelf(int most) {
        this.most = most;
    }

    /** Puts a revision there. */
    public synchronized void put(Alert alert) {
        alerts.computeIfAbsent(alert.getAlertId(), id -> new TreeMap<>()).put(alert.getRevision(), alert);
        byAge.put(Age.of(alert), alert);
        while (byAge.size() > most) {
            var oldest = byAge.pollFirstEntry().getValue();
            var revisions = alerts.get(oldest.getAlertId());
            revisions.remove(oldest.getRevision());
            if (revisions.isEmpty()) {
                alerts.remove(oldest.getAlertId());
            }
        }
    }

    /** A revision. */
    public synchronized Optional<Alert> find(String alertId, int revision) {
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
        var newest = new ArrayList<Alert>();
        for (var alert : byAge.descendingMap().values()) {
            if (newest.size() == limit) {
                break;
            }
            if (alerts.get(alert.getAlertId()).lastKey() == alert.getRevision()) {
                newest.add(alert);
            }
        }
        return List.copyOf(newest);
    }

    /** The newest revision of every alert, the one that changed first first. */
    public synchronized List<Alert> all() {
        var all = new ArrayList<>(newest(Integer.MAX_VALUE));
        Collections.reverse(all);
        return List.copyOf(all);
    }
}
