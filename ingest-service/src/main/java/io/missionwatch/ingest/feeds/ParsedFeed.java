package io.missionwatch.ingest.feeds;

import java.util.List;

/**
 * What the parser made of a document.
 *
 * @param reading how far the document could be read
 * @param format the family of formats it belongs to
 * @param encoding the character encoding it was read in
 * @param header what the feed says of itself
 * @param entries its items in the order of the document, at most as many as the limit allows
 * @param omitted items beyond the limit, counted and left out
 * @param breaksOff the document ends before its last entry does
 */
public record ParsedFeed(
        Reading reading,
        FeedFormat format,
        String encoding,
        FeedHeader header,
        List<FeedEntry> entries,
        int omitted,
        boolean breaksOff) {

    public ParsedFeed {
        entries = List.copyOf(entries);
    }

    static ParsedFeed unread(Reading reading, String encoding) {
        return new ParsedFeed(reading, FeedFormat.UNKNOWN, encoding, FeedHeader.NONE, List.of(), 0, false);
    }

    /** The same of a document that ends before its last entry does. */
    ParsedFeed breakingOff() {
        return new ParsedFeed(reading, format, encoding, header, entries, omitted, true);
    }

    /** The entries without one that the document breaks off in: half a link is another link. */
    public List<FeedEntry> wholeEntries() {
        return breaksOff ? entries.subList(0, Math.max(0, entries.size() - 1)) : entries;
    }

    /** How far a document could be read. */
    public enum Reading {
        /** A feed, read to its end. */
        OK,
        /** A feed without a single item. */
        NO_ENTRIES,
        /** A feed with more items than the limit; the first of them were read. */
        TOO_MANY_ENTRIES,
        /** Nothing, or nothing but white space. */
        EMPTY_BODY,
        /** A web page, such as a consent wall or an error page. */
        HTML_PAGE,
        /** A list of sitemaps, each of which is a feed. */
        SITEMAP_INDEX,
        /** Some other document. */
        NOT_A_FEED,
        /** Looks like JSON or XML but cannot be read as such. */
        MALFORMED;

        /** Whether entries can be taken from the document. */
        public boolean isFeed() {
            return this == OK || this == NO_ENTRIES || this == TOO_MANY_ENTRIES;
        }
    }
}
