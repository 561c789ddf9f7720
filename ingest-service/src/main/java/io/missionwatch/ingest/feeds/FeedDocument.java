package io.missionwatch.ingest.feeds;

import java.net.URI;
import java.util.Optional;

/**
 * What a server answered when it was asked for a feed: bytes, and the headers that tell how to read them.
 *
 * @param body the document's bytes, decompressed
 * @param contentType the Content-Type header
 * @param contentLanguage the Content-Language header
 * @param location the address that relative links are resolved against
 */
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere, and a copy of a whole feed would be waste.
public record FeedDocument(
        byte[] body, Optional<String> contentType, Optional<String> contentLanguage, Optional<URI> location) {

    /** A document of which nothing but its bytes is known. */
    public static FeedDocument of(byte[] body) {
        return new FeedDocument(body, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same document under a Content-Type. */
    public FeedDocument withContentType(String type) {
        return new FeedDocument(body, Optional.of(type), contentLanguage, location);
    }

    /** The same document at an address. */
    public FeedDocument at(URI address) {
        return new FeedDocument(body, contentType, contentLanguage, Optional.of(address));
    }
}
