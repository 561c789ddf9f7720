package io.missionwatch.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Forgets what a store has held for too long, a portion at a time, so that records never wait for it.
 *
 * @param <V> what the store holds
 */
final class Sweep<V> {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int PORTION = 5_000;

    private final KeyValueStore<String, V> store;
    private final ToLongFunction<V> time;
    private final long kept;
    private String from = "";

    private Sweep(KeyValueStore<String, V> store, ToLongFunction<V> time, Duration kept) {
        this.store = store;
        this.time = time;
        this.kept = kept.toMillis();
    }

    /**
     * Sweeps a store every minute.
     *
     * @param time of an entry, milliseconds since 1970
     * @param kept how long after that an entry is held
     */
    static <V> void schedule(
            ProcessorContext<?, ?> context, KeyValueStore<String, V> store, ToLongFunction<V> time, Duration kept) {
        context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, new Sweep<>(store, time, kept)::next);
    }

    private void next(long now) {
        var old = new ArrayList<String>();
        int looked = 0;
        try (var entries = from.isEmpty() ? store.all() : store.range(from, null)) {
            from = "";
            while (entries.hasNext()) {
                var entry = entries.next();
                if (time.applyAsLong(entry.value) < now - kept) {
                    old.add(entry.key);
                }
                if (++looked == PORTION) {
                    from = entry.key;
                    break;
                }
            }
        }
        old.forEach(store::delete);
    }
}
