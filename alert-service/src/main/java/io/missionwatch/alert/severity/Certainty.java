package io.missionwatch.alert.severity;

import java.util.List;

/** How sure it is, in the words of CAP 1.2. */
public enum Certainty {
    OBSERVED,
    LIKELY,
    POSSIBLE,
    UNLIKELY,
    UNKNOWN;

    private static final List<Certainty> SUREST_FIRST = List.of(OBSERVED, LIKELY, POSSIBLE, UNKNOWN, UNLIKELY);

    /** Whether it is surer than another; what cannot be told is surer than what is not expected. */
    public boolean isSurerThan(Certainty other) {
        return SUREST_FIRST.indexOf(this) < SUREST_FIRST.indexOf(other);
    }
}
