package io.missionwatch.quickstart.stack;

import java.time.Duration;

/** Measures the time between one stage and the next. */
final class Stopwatch {

    private long last = System.nanoTime();

    /** The time since the lap before. */
    Duration lap() {
        var now = System.nanoTime();
        var took = Duration.ofNanos(now - last);
        last = now;
        return took;
    }
}
