package io.missionwatch.alert.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.missionwatch.alert.metrics.AlertMetric;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Hands the history of alerts, as it grows, to the clients that follow it. Each client has a bounded queue; one that is
 * too slow for it is cut off, to come back and go on from where it was, and holds nobody else back.
 */
final class StreamHub {

    private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
    private final MeterRegistry metrics;
    private Position reached = new Position(Map.of());

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

    /** Hands over a record; it is only written out where somebody follows. */
    synchronized void publish(int partition, long offset, Supplier<StreamedAlert> record) {
        reached = reached.after(partition, offset);
        if (!clients.isEmpty()) {
            var streamed = record.get();
            clients.removeIf(client -> isTooSlow(client, streamed));
        }
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

    void remove(StreamClient client) {
        clients.remove(client);
    }

    void close() {
        clients.forEach(StreamClient::cutOff);
    }
}
