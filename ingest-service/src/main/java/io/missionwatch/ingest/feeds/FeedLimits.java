package io.missionwatch.ingest.feeds;

/**
 * How much of a document the parser takes.
 *
 * @param entries items, the rest is counted and left out
 * @param depth how deep elements may nest; deeper ones are read as if they were not nested
 * @param textLength characters of one title, summary or content
 */
public record FeedLimits(int entries, int depth, int textLength) {

    /** Enough for every honest feed. */
    public static final FeedLimits DEFAULT = new FeedLimits(2_000, 200, 1_000_000);

    public FeedLimits {
        if (entries < 1 || depth < 10 || textLength < 1) {
            throw new IllegalArgumentException("a feed has at least 1 entry, 10 levels and 1 character of text");
        }
    }
}
