package io.missionwatch.ingest;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/**
 * Where fetch threads leave what they bring, until the stream thread takes it. It serves one life of a task: Kafka Streams
 * may close a task and begin it anew, and what was asked for in one life is nothing to the next.
 */
final class Intake {

    private final BlockingQueue<DeskResult> results;
    private volatile boolean closed;

    /** An intake with room for so many results, as many as polls may be under way. */
    Intake(int most) {
        results = new ArrayBlockingQueue<>(most);
    }

    /** Work for a fetch thread, whose result comes here; once this is closed, it is not even begun. */
    Runnable of(Supplier<DeskResult> work) {
        return () -> {
            if (!closed && !results.offer(work.get())) {
                throw new IllegalStateException("more results than polls");
            }
        };
    }

    /** The next result, where there is one. */
    Optional<DeskResult> next() {
        return Optional.ofNullable(results.poll());
    }

    void close() {
        closed = true;
        results.clear();
    }
}
