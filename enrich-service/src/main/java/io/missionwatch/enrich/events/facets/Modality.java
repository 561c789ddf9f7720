package io.missionwatch.enrich.events.facets;

/** Whether the text says that it is so. */
public enum Modality {
    /** The text says that it is so. */
    ASSERTED,
    /** The text says that it is not so. */
    NEGATED,
    /** A case that may never come. */
    HYPOTHETICAL,
    /** Somebody means to do it. */
    PLANNED,
    /** It may be so. */
    POSSIBLE
}
