package io.missionwatch.ingest.web;

import java.net.URI;
import java.util.Optional;

/**
 * What is asked of the web.
 *
 * @param address what to get
 * @param accept the kinds of documents that are welcome
 * @param etag of the copy that we have
 * @param lastModified of the copy that we have
 */
public record WebRequest(URI address, String accept, Optional<String> etag, Optional<String> lastModified) {

    private static final String FEEDS =
            "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml,"
                    + " application/xml;q=0.9, application/json;q=0.9, text/xml;q=0.8, */*;q=0.1";
    private static final String PAGES = "text/html, application/xhtml+xml, */*;q=0.1";

    /** A feed, wherever it may have changed since we read it. */
    public static WebRequest feed(URI address, Optional<String> etag, Optional<String> lastModified) {
        return new WebRequest(address, FEEDS, etag, lastModified);
    }

    /** A page. */
    public static WebRequest page(URI address) {
        return new WebRequest(address, PAGES, Optional.empty(), Optional.empty());
    }
}
