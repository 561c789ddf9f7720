package io.missionwatch.ingest.extract;

/** What the class, id and role of an element say about its content. */
enum Names {
    /** They promise the text of an article. */
    ARTICLE,
    /** They announce something else than an article: comments, shares, related links, advertising. */
    NOISE,
    /** They announce the paragraph that leads in to an article. */
    LEAD,
    /** They say nothing. */
    PLAIN
}
