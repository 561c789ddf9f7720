package io.missionwatch.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that starts at an instant and runs faster than ours, so that a test need not wait for what appears later. */
record FastClock(Instant start, long startedNanos, int speed) implements InstantSource {

    static FastClock from(Instant start, int speed) {
        return new FastClock(start, System.nanoTime(), speed);
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.ofNanos((System.nanoTime() - startedNanos) * speed));
    }
}
