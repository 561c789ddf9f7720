package io.missionwatch.ingest.feeds;

/** The families of formats in which news is offered. */
public enum FeedFormat {
    /** RSS 0.9x and 2.0. */
    RSS,
    /** RSS 0.90, 1.0 and 1.1, which are RDF. */
    RDF,
    /** Atom 0.3 and 1.0. */
    ATOM,
    /** Channel Definition Format. */
    CDF,
    /** JSON Feed 1.0 and 1.1. */
    JSON_FEED,
    /** A sitemap with or without news extension. */
    SITEMAP,
    /** NewsML-G2 of the agencies. */
    NEWSML_G2,
    /** News Industry Text Format. */
    NITF,
    /** ninjs, the agencies' JSON. */
    NINJS,
    /** None of these. */
    UNKNOWN
}
