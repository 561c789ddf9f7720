package io.missionwatch.enrich.events.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** When something happened: not before {@code start}, before {@code end}; days are those of UTC. */
public record Occurrence(Optional<Instant> start, Optional<Instant> end, DatePrecision precision) {

    public static final Occurrence UNKNOWN = new Occurrence(Optional.empty(), Optional.empty(), DatePrecision.NONE);

    public static Occurrence of(LocalDate first, LocalDate afterLast, DatePrecision precision) {
        return new Occurrence(Optional.of(midnight(first)), Optional.of(midnight(afterLast)), precision);
    }

    public static Occurrence day(LocalDate day) {
        return of(day, day.plusDays(1), DatePrecision.DAY);
    }

    public boolean isKnown() {
        return start.isPresent();
    }

    /** The two may be one time; an unknown one may be any. */
    public boolean mayEqual(Occurrence other) {
        if (!isKnown() || !other.isKnown()) {
            return true;
        }
        return start.get().isBefore(other.end.orElse(Instant.MAX))
                && other.start.get().isBefore(end.orElse(Instant.MAX));
    }

    /** The more exact of two. */
    public Occurrence orSharper(Occurrence other) {
        return other.precision.compareTo(precision) < 0 ? other : this;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
