package io.missionwatch.enrich.events.facets;

/** What part an actor has in an event. */
public enum Role {
    /** Does it, or would do it. */
    PERPETRATOR,
    /** It is aimed at. */
    TARGET,
    /** Suffers from it. */
    VICTIM,
    /** Acts against it or helps. */
    RESPONDER,
    /** Says that it was its own act. */
    CLAIMANT,
    /** Speaks of it. */
    SPEAKER
}
