package io.missionwatch.alert.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The newest records of the history, so that many clients that come back at once after a short gap need not read it from
 * Kafka each. Not safe for several threads.
 */
final class RecentAlerts {

    private final int most;
    private final Deque<StreamedAlert> kept = new ArrayDeque<>();
    private final Map<Integer, Long> keptFrom = new HashMap<>();
    private final Map<Integer, Long> keptTo = new HashMap<>();

    RecentAlerts(int most) {
        this.most = most;
    }

    /** Keeps a record; one that was kept before is not kept again. */
    void add(StreamedAlert streamed) {
        if (streamed.offset() < keptTo.getOrDefault(streamed.partition(), 0L)) {
            return;
        }
        keptFrom.putIfAbsent(streamed.partition(), streamed.offset());
        keptTo.put(streamed.partition(), streamed.offset() + 1);
        kept.addLast(streamed);
        if (kept.size() > most) {
            var oldest = kept.removeFirst();
            keptFrom.put(oldest.partition(), oldest.offset() + 1);
        }
    }

    /** All records between two positions; empty where some of them may not be kept, or the first position is ahead. */
    Optional<List<StreamedAlert>> between(Position from, Position to) {
        var covers = to.next().entrySet().stream().allMatch(end -> {
            long start = from.next().getOrDefault(end.getKey(), 0L);
            return start == end.getValue()
                    || (start < end.getValue() && start >= keptFrom.getOrDefault(end.getKey(), Long.MAX_VALUE));
        });
        return covers
                ? Optional.of(kept.stream()
                        .filter(streamed -> !from.hasRead(streamed.partition(), streamed.offset()))
                        .toList())
                : Optional.empty();
    }
}
