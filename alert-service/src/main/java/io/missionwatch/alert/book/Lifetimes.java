package io.missionwatch.alert.book;

import java.time.Duration;

/**
 * How long alerts stay.
 *
 * @param expireAfter an alert that nothing happens to for so long is over
 * @param forgetAfter an alert with a final status is forgotten after it
 */
public record Lifetimes(Duration expireAfter, Duration forgetAfter) {

    /** A week, and 90 days. */
    public static final Lifetimes USUAL = new Lifetimes(Duration.ofDays(7), Duration.ofDays(90));

    public Lifetimes {
        if (expireAfter.isNegative() || expireAfter.isZero() || forgetAfter.isNegative() || forgetAfter.isZero()) {
            throw new IllegalArgumentException("alerts stay for some time");
        }
    }
}
