package io.missionwatch.enrich.events.facets;

import java.util.EnumSet;
import java.util.Set;

/** What happened, is planned or is said. */
public enum EventType {
    ATTACK,
    /** Prevented, or failed before it did harm. */
    ATTACK_FOILED,
    PLOT,
    THREAT,
    /** An authority warns of danger. */
    WARNING,
    EVACUATION,
    CLOSURE,
    RELOCATION,
    REOPENING,
    SECURITY_RAISED,
    PROTEST,
    /** Diplomats are sent out of the host state. */
    EXPULSION,
    CLAIM_OF_RESPONSIBILITY,
    DENIAL,
    COUNTERTERRORISM_OPERATION,
    ARREST,
    OTHER;

    private static final Set<EventType> VIOLENT = EnumSet.of(ATTACK, ATTACK_FOILED, PLOT, THREAT);
    private static final Set<EventType> OF_MISSIONS =
            EnumSet.of(EVACUATION, CLOSURE, RELOCATION, REOPENING, SECURITY_RAISED, EXPULSION);

    /** Violence done, tried, planned or threatened. */
    public boolean isViolent() {
        return VIOLENT.contains(this);
    }

    /** What a mission does or suffers as an office. */
    public boolean concernsOffices() {
        return OF_MISSIONS.contains(this);
    }
}
