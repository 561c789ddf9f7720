package io.missionwatch.ingest.extract;

import java.net.URI;
import java.util.Optional;

/** A page as it came over the wire. */
public final class HtmlPage {

    private final byte[] html;
    private final Optional<String> contentType;
    private final URI url;

    /**
     * A page.
     *
     * @param html its bytes, which nobody may change any more
     * @param contentType the Content-Type header
     * @param url where it was found, after redirects
     */
    public HtmlPage(byte[] html, Optional<String> contentType, URI url) {
        this.html = html;
        this.contentType = contentType;
        this.url = url;
    }

    byte[] html() {
        return html;
    }

    Optional<String> contentType() {
        return contentType;
    }

    URI url() {
        return url;
    }
}
