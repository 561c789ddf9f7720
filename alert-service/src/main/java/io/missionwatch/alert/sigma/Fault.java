package io.missionwatch.alert.sigma;

import java.util.Objects;

/** A rule, or a part of one, that cannot be honoured: where it stands and what was expected there. Lines count from 1. */
public record Fault(String file, int line, String reason) {
    public Fault {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(reason, "reason");
    }

    /** The one-line form {@code file:line: reason}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
