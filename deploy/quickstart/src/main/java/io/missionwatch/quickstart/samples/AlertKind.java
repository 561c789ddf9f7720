package io.missionwatch.quickstart.samples;

import java.util.Locale;

/** What a sample item should raise an alert for, one kind for each built-in pattern. */
public enum AlertKind {
    ATTACK,
    FOILED_ATTACK,
    PLOT,
    THREAT,
    WARNING,
    EVACUATION,
    CLOSURE;

    /** The word for it in samples.yaml, such as {@code foiled-attack}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
