package io.missionwatch.enrich.events.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** The day of publication, which all time expressions of an article are held against; empty where nobody knows it. */
public record Anchor(Optional<LocalDate> published) {

    /** As long an event is news: an article may tell of a thing a fortnight old as what it reports. */
    static final int NEWS_DAYS = 14;

    /** The day of an instant in UTC. */
    public static Anchor at(Instant published) {
        return new Anchor(Optional.of(published.atZone(ZoneOffset.UTC).toLocalDate()));
    }

    TimeRelation relationOf(LocalDate first, LocalDate last) {
        if (published.isEmpty()) {
            return TimeRelation.OPEN;
        }
        var day = published.get();
        if (first.isAfter(day.plusDays(1))) {
            return TimeRelation.FUTURE;
        }
        return last.isBefore(day.minusDays(NEWS_DAYS)) ? TimeRelation.PAST : TimeRelation.RECENT;
    }

    static TimeRelation daysAgo(int days) {
        return days > NEWS_DAYS ? TimeRelation.PAST : TimeRelation.RECENT;
    }

    Occurrence dayBefore(int days) {
        return published.map(day -> Occurrence.day(day.minusDays(days))).orElse(Occurrence.UNKNOWN);
    }
}
