package io.missionwatch.alert.api;

import java.util.List;
import java.util.OptionalInt;

/** What somebody wants to put somewhere cannot be taken as it is; says all that is wrong with it. */
final class Invalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * One thing that is wrong.
     *
     * @param at the field
     * @param line of the pattern's text
     */
    record Fault(String at, OptionalInt line, String reason) {
        static Fault of(String at, String reason) {
            return new Fault(at, OptionalInt.empty(), reason);
        }
    }

    Invalid(List<Fault> faults) {
        super(faults.get(0).at() + ": " + faults.get(0).reason());
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
