package io.missionwatch.enrich.actors;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Where and when something holds: in texts that speak of one of the countries, between two days, the last one excluded. Without
 * countries it holds everywhere.
 */
public record Scope(Set<String> countries, Optional<LocalDate> from, Optional<LocalDate> until) {

    /** Holds everywhere at all times. */
    public static final Scope ALWAYS = new Scope(Set.of(), Optional.empty(), Optional.empty());

    public Scope {
        countries = Set.copyOf(countries);
    }

    /** A day that is not known counts as today's news: only an end in the past shuts it out. */
    public boolean holds(Context context) {
        boolean here = countries.isEmpty() || isSpokenOf(context);
        return here && holdsOn(context.day());
    }

    private boolean isSpokenOf(Context context) {
        for (var country : countries) {
            if (context.speaksOf(country)) {
                return true;
            }
        }
        return false;
    }

    boolean holdsOn(Optional<LocalDate> day) {
        if (day.isEmpty()) {
            return until.isEmpty();
        }
        boolean begun = from.isEmpty() || !day.get().isBefore(from.get());
        return begun && (until.isEmpty() || day.get().isBefore(until.get()));
    }

    boolean isLocal() {
        return !countries.isEmpty();
    }
}
