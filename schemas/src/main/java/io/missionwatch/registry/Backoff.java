package io.missionwatch.registry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Growing pauses between attempts, each shortened at random by up to half so that clients do not march in step. */
public record Backoff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 30;

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("pauses must be positive and the longest not below the first");
        }
    }

    /** The pause after a failed attempt, counted from 0. */
    public Duration after(int attempt) {
        var doubled = first.multipliedBy(1L << Math.min(attempt, MOST_DOUBLINGS));
        var ceiling = Math.max(1, (doubled.compareTo(longest) < 0 ? doubled : longest).toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong((ceiling + 1) / 2, ceiling + 1));
    }
}
