package io.missionwatch.enrich.events.facets;

/** Who stands behind a statement. */
public enum Verification {
    /** Told as fact, or confirmed by those who can. */
    CONFIRMED,
    /** An authority says so. */
    OFFICIAL_CLAIM,
    /** The perpetrator says so. */
    PERPETRATOR_CLAIM,
    /** Others say so. */
    ALLEGED,
    /** The text says that it could not be verified. */
    UNVERIFIED,
    /** Others say otherwise. */
    DISPUTED,
    /** Those concerned deny it. */
    DENIED
}
