package io.missionwatch.ingest.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a page says that its article was published.
 *
 * @param local the date and time on the page's own clock; the start of the day where only that is given
 * @param zone the offset of that clock, if the page tells
 * @param precision how exactly it is given
 * @param source where on the page it stands
 */
public record PublicationDate(LocalDateTime local, Optional<ZoneOffset> zone, Precision precision, Source source) {

    /** How exactly a date is given; the names are those of the articles' schema. */
    public enum Precision {
        /** To the second. */
        SECOND,
        /** To the minute. */
        MINUTE,
        /** To the day. */
        DAY
    }

    /** Where a date stands, from the most to the least trusted. */
    public enum Source {
        /** In the page's JSON-LD. */
        STRUCTURED_DATA,
        /** In a meta element or in microdata. */
        META,
        /** In a time element. */
        TIME_ELEMENT,
        /** In the page's address. */
        ADDRESS,
        /** In a line that readers see. */
        DATELINE
    }

    public PublicationDate {
        local = precision == Precision.DAY
                ? local.truncatedTo(ChronoUnit.DAYS)
                : local.truncatedTo(precision == Precision.MINUTE ? ChronoUnit.MINUTES : ChronoUnit.SECONDS);
    }

    /** The day on the page's own clock. */
    public LocalDate day() {
        return local.toLocalDate();
    }

    /** The moment; where the page gives no zone its clock is taken for UTC, so that it may be off by half a day. */
    public Instant instant() {
        return local.toInstant(zone.orElse(ZoneOffset.UTC));
    }

    /** ISO 8601 as exact as the page is: a day, a local time, or a time with its offset. */
    @Override
    public String toString() {
        if (precision == Precision.DAY) {
            return day().toString();
        }
        return zone.map(offset -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.atOffset(offset)))
                .orElseGet(() -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local));
    }
}
