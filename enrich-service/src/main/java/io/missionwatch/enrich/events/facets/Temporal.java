package io.missionwatch.enrich.events.facets;

/** How an event stands in time to its article. */
public enum Temporal {
    /** What the article reports as news. */
    CURRENT,
    /** News that goes on while the article is written. */
    DEVELOPING,
    /** The past, told to explain the news. */
    BACKGROUND,
    /** Yet to come. */
    FUTURE
}
