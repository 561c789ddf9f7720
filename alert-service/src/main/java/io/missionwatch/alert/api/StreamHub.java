package io.missionwatch.alert.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.missionwatch.alert.metrics.AlertMetric;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands the history of alerts, as it grows, to the clients that follow it. Each client has a bounded queue; one that is
 * too slow for it is cut off, to come back and go on from where it was, and holds nobody else back.
 */
final class StreamHub {

    private static final int MOST_RECENT = 4000;

    private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
    private final RecentAlerts recent = new RecentAlerts(MOST_RECENT);
    private final MeterRegistry metrics;
    private Position reached = new Position(Map.of());
    private boolean isWhole;

    StreamHub(MeterRegistry metrics) {
        this.metrics = metrics;
        metrics.gauge(AlertMetric.STREAM_CLIENTS.id(), clients, Set::size);
    }

    /** How far the history has been read. */
    synchronized Position reached() {
        return reached;
    }

    /** Takes everything before a position to be known; what was reached already stays reached. */
    synchronized void startAt(Position position) {
        reached = reached.orLater(position);
    }

    /** The past has been read: from now on what is kept of it counts. */
    synchronized void pastIsRead() {
        isWhole = true;
    }

    /** Hands over a record. */
    synchronized void publish(StreamedAlert streamed) {
        reached = reached.after(streamed.partition(), streamed.offset());
        recent.add(streamed);
        clients.removeIf(client -> isTooSlow(client, streamed));
    }

    private boolean isTooSlow(StreamClient client, StreamedAlert streamed) {
        var tooSlow = !client.offer(streamed);
        if (tooSlow) {
            metrics.counter(AlertMetric.STREAM_CLIENTS_DROPPED.id()).increment();
        }
        return tooSlow;
    }

    /** Adds a client; it is handed every record after the position that this returns. */
    synchronized Position add(StreamClient client) {
        clients.add(client);
        return reached;
    }

    /** What lies between two positions, where all of it is still in memory. */
    synchronized Optional<List<StreamedAlert>> between(Position from, Position to) {
        return isWhole ? recent.between(from, to) : Optional.empty();
    }

    void remove(StreamClient client) {
        clients.remove(client);
    }

    int clients() {
        return clients.size();
    }

    void close() {
        clients.forEach(StreamClient::cutOff);
    }
}
