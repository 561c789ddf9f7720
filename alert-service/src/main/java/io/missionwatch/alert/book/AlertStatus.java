package io.missionwatch.alert.book;

import java.util.Map;
import java.util.Set;

/** Where an alert stands in its life. */
public enum AlertStatus {
    OPEN,
    ACKNOWLEDGED,
    RESOLVED,
    CANCELLED,
    EXPIRED,
    FALSE_POSITIVE;

    private static final Map<AlertStatus, Set<AlertStatus>> NEXT = Map.of(
            OPEN, Set.of(ACKNOWLEDGED, RESOLVED, CANCELLED, EXPIRED, FALSE_POSITIVE),
            ACKNOWLEDGED, Set.of(RESOLVED, CANCELLED, EXPIRED, FALSE_POSITIVE),
            RESOLVED, Set.of(OPEN, FALSE_POSITIVE),
            CANCELLED, Set.of(OPEN, FALSE_POSITIVE),
            EXPIRED, Set.of(OPEN, CANCELLED, FALSE_POSITIVE),
            FALSE_POSITIVE, Set.of(OPEN));

    /** Whether an alert can go from here to another status. */
    public boolean canBecome(AlertStatus other) {
        return NEXT.get(this).contains(other);
    }

    /** Whether nobody has to look at it any more. */
    public boolean isFinal() {
        return this != OPEN && this != ACKNOWLEDGED;
    }
}
