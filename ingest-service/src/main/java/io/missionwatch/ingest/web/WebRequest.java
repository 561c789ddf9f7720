package io.missionwatch.ingest.web;

import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is asked of the web.
 *
 * @param address what to get
 * @param accept the kinds of documents that are welcome
 * @param etag of the copy that we have
 * @param lastModified of the copy that we have
 * @param mayFollow asked before each address that a redirect leads to
 */
public record WebRequest(
        URI address, String accept, Optional<String> etag, Optional<String> lastModified, Predicate<URI> mayFollow) {

    private static final String FEEDS =
            "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml,"
                    + " application/xml;q=0.9, application/json;q=0.9, text/xml;q=0.8, */*;q=0.1";
    private static final String PAGES = "text/html, application/xhtml+xml, */*;q=0.1";

    /** A feed, wherever it may have changed since we read it. */
    public static WebRequest feed(URI address, Optional<String> etag, Optional<String> lastModified) {
        return new WebRequest(address, FEEDS, etag, lastModified, anywhere -> true);
    }

    /** A page, wherever it leads. */
    public static WebRequest page(URI address) {
        return page(address, anywhere -> true);
    }

    /** A page, as long as it leads only to where we may follow. */
    public static WebRequest page(URI address, Predicate<URI> mayFollow) {
        return new WebRequest(address, PAGES, Optional.empty(), Optional.empty(), mayFollow);
    }
}
