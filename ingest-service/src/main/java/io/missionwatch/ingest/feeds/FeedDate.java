package io.missionwatch.ingest.feeds;

import java.time.Instant;
import java.util.Optional;

/**
 * A time as a feed gives it.
 *
 * @param instant the time, the start of its span where it is coarse; UTC where no zone is given
 * @param precision how exactly it is given
 */
public record FeedDate(Instant instant, Precision precision) {

    /** How exactly a time is given. */
    public enum Precision {
        /** To the second. */
        SECOND,
        /** To the minute. */
        MINUTE,
        /** To the hour. */
        HOUR,
        /** To the day. */
        DAY,
        /** To the week. */
        WEEK,
        /** To the month. */
        MONTH,
        /** To the year. */
        YEAR
    }

    /** Reads a time in any style seen in feeds; empty where the text gives none. */
    public static Optional<FeedDate> parse(String text) {
        return text.length() > 200 ? Optional.empty() : DateReader.read(text.strip());
    }
}
