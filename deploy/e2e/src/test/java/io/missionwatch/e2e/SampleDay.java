package io.missionwatch.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When the samples are to start so that all of them lie within one day in UTC: an alert gathers what one day tells, and past
 * midnight it goes on as another, with origins of its own.
 */
final class SampleDay {

    private static final Duration OLDEST_SAMPLE = Duration.ofHours(7);
    private static final Duration LATEST_SAMPLE = Duration.ofMinutes(15);

    private SampleDay() {}

    /** Now, unless midnight is too near; then the last moment before it that will do. */
    static Instant start(Instant now) {
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        var day = now.truncatedTo(ChronoUnit.DAYS);
        boolean isWithin = second.minus(OLDEST_SAMPLE).isAfter(day)
                && second.plus(LATEST_SAMPLE).isBefore(day.plus(1, ChronoUnit.DAYS));
        var midnight = now.isBefore(day.plus(12, ChronoUnit.HOURS)) ? day : day.plus(1, ChronoUnit.DAYS);
        return isWithin ? second : midnight.minus(LATEST_SAMPLE);
    }
}
