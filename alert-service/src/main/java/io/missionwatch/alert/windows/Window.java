package io.missionwatch.alert.windows;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of event time whose matches make one alert.
 *
 * @param start its first instant
 * @param end the first instant after it
 */
public record Window(Instant start, Instant end) {
    public Window {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a window ends after it starts");
        }
    }

    /** The window of this length that an instant falls into; windows are counted from 1970 in UTC. */
    public static Window of(Instant time, Duration length) {
        long span = length.toMillis();
        long start = Math.floorDiv(time.toEpochMilli(), span) * span;
        return new Window(Instant.ofEpochMilli(start), Instant.ofEpochMilli(start + span));
    }

    /** The one right before. */
    public Window previous() {
        return new Window(start.minus(Duration.between(start, end)), start);
    }
}
