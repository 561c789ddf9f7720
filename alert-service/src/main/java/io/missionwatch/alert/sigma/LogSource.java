package io.missionwatch.alert.sigma;

import java.util.Optional;

/** The events that a rule is about. */
public record LogSource(
        Optional<String> category, Optional<String> product, Optional<String> service, Optional<String> definition) {

    /** Where a rule does not say. */
    static final LogSource UNKNOWN =
            new LogSource(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether every part that this source names is the same in the other. */
    boolean covers(LogSource other) {
        return covers(category, other.category) && covers(product, other.product) && covers(service, other.service);
    }

    private static boolean covers(Optional<String> mine, Optional<String> other) {
        return mine.isEmpty() || mine.equals(other);
    }
}
