package io.missionwatch.alert.api;

import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertChange;
import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.Certainty;
import io.missionwatch.schema.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All alerts, as one instance sees them in {@code security.alerts} and {@code security.alert-history}, so that every
 * instance answers for all of them. Holds the newest alerts up to a number and a share of the memory, and the histories of
 * those that it holds. Safe for use by several threads.
 */
public final class AlertView {

    private static final int MOST_ALERTS = 50_000;
    private static final int MOST_REVISIONS = 200;
    private static final int SHARE_OF_MEMORY = 4;
    private static final int BYTES_BESIDE_TEXT = 2000;
    private static final int BYTES_OF_EVIDENCE = 600;

    private final Map<String, Alert> byId = new HashMap<>();
    private final TreeMap<Place, String> newestFirst = new TreeMap<>();
    // The history of alerts is read beside the alerts, so until the past is read it is not known whose will be held.
    private final Map<String, NavigableMap<Integer, Revision>> histories = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, NavigableMap<Integer, Revision>> eldest) {
            return size() > MOST_ALERTS;
        }
    };
    private final long mostBytes;
    private long bytes;
    private boolean isWhole;

    /** A view that takes its share of the memory there is. */
    public AlertView() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
    }

    AlertView(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Where an alert stands in the list: newest first, then by id.
     *
     * @param openedAt when it was opened
     * @param alertId its id
     */
    record Place(Instant openedAt, String alertId) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::openedAt).reversed().thenComparing(Place::alertId);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** One step in the life of an alert. */
    record Revision(
            int revision,
            AlertChange change,
            AlertStatus status,
            Severity severity,
            Certainty certainty,
            int origins,
            int evidenceCount,
            Instant updatedAt,
            String updatedBy,
            List<String> reasons) {
        static Revision of(Alert alert) {
            return new Revision(
                    alert.getRevision(),
                    alert.getChange(),
                    alert.getStatus(),
                    alert.getSeverity(),
                    alert.getCertainty(),
                    alert.getOrigins(),
                    alert.getEvidenceCount(),
                    alert.getUpdatedAt(),
                    alert.getUpdatedBy(),
                    List.copyOf(alert.getReasons()));
        }
    }

    /**
     * A page of the list.
     *
     * @param next where the next page starts; empty on the last one
     */
    record Page(List<Alert> alerts, Optional<Place> next) {}

    /** Takes over the newest revision of an alert. */
    public synchronized void put(Alert alert) {
        var known = byId.get(alert.getAlertId());
        if (known != null && known.getRevision() > alert.getRevision()) {
            return;
        }
        byId.put(alert.getAlertId(), alert);
        newestFirst.put(placeOf(alert), alert.getAlertId());
        bytes += sizeOf(alert) - (known == null ? 0 : sizeOf(known));
        while (byId.size() > MOST_ALERTS || (bytes > mostBytes && byId.size() > 1)) {
            remove(newestFirst.lastEntry().getValue());
        }
    }

    /** Roughly what an alert takes; the texts of its evidence are most of it. */
    private static long sizeOf(Alert alert) {
        return BYTES_BESIDE_TEXT
                + alert.getEvidence().stream()
                        .mapToLong(evidence -> BYTES_OF_EVIDENCE
                                + evidence.getTitle().length()
                                + evidence.getSentences().stream()
                                        .mapToLong(String::length)
                                        .sum())
                        .sum();
    }

    /** The past has been read: histories of alerts that are not held are dropped, and no more are begun. */
    synchronized void pastIsRead() {
        isWhole = true;
        histories.keySet().retainAll(byId.keySet());
    }

    /** Forgets an alert. */
    public synchronized void remove(String alertId) {
        histories.remove(alertId);
        var gone = byId.remove(alertId);
        if (gone != null) {
            newestFirst.remove(placeOf(gone));
            bytes -= sizeOf(gone);
        }
    }

    /** Takes over a step of an alert's history. */
    public synchronized void addToHistory(Alert alert) {
        if (isWhole && !byId.containsKey(alert.getAlertId())) {
            return;
        }
        var history = histories.computeIfAbsent(alert.getAlertId(), any -> new TreeMap<>());
        history.put(alert.getRevision(), Revision.of(alert));
        if (history.size() > MOST_REVISIONS) {
            history.pollFirstEntry();
        }
    }

    /** The newest revision of an alert. */
    public synchronized Optional<Alert> find(String alertId) {
        return Optional.ofNullable(byId.get(alertId));
    }

    /** The newest steps of an alert's life, in their order. */
    synchronized List<Revision> historyOf(String alertId) {
        return List.copyOf(histories.getOrDefault(alertId, new TreeMap<>()).values());
    }

    /** The alerts that somebody wants, newest first. */
    Page page(Predicate<Alert> wanted, Optional<Place> after, int most) {
        var alerts = new ArrayList<Alert>();
        // A search through the texts of all alerts takes its time, and new ones must not wait for it.
        for (var alert : all(after)) {
            if (wanted.test(alert)) {
                if (alerts.size() == most) {
                    return new Page(alerts, Optional.of(placeOf(alerts.get(most - 1))));
                }
                alerts.add(alert);
            }
        }
        return new Page(alerts, Optional.empty());
    }

    private synchronized List<Alert> all(Optional<Place> after) {
        var rest = after.map(place -> newestFirst.tailMap(place, false)).orElse(newestFirst);
        return rest.values().stream().map(byId::get).toList();
    }

    private static Place placeOf(Alert alert) {
        return new Place(alert.getOpenedAt(), alert.getAlertId());
    }
}
