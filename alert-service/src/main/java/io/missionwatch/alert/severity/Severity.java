package io.missionwatch.alert.severity;

import java.util.List;

/** How bad it is, from least to most. */
public enum Severity {
    INFORMATIONAL,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** So many steps up, or down where negative, within the scale. */
    public Severity moved(int steps) {
        var scale = List.of(values());
        return scale.get(Math.max(0, Math.min(scale.size() - 1, scale.indexOf(this) + steps)));
    }
}
