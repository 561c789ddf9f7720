package io.missionwatch.ingest.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the web answered. */
public sealed interface WebAnswer {

    /**
     * A document.
     *
     * @param body its bytes, decompressed
     * @param address where it was found in the end
     * @param movedTo where the asked address moved for good
     * @param headers what came with it
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere, and a copy of a whole document would be waste.
    record Document(byte[] body, URI address, Optional<URI> movedTo, Headers headers) implements WebAnswer {}

    /**
     * Headers that tell how to read a document and how to ask for it again.
     *
     * @param contentType Content-Type
     * @param contentLanguage Content-Language
     * @param etag ETag, verbatim
     * @param lastModified Last-Modified, verbatim
     * @param links Link, verbatim, one for each such header
     */
    record Headers(
            Optional<String> contentType,
            Optional<String> contentLanguage,
            Optional<String> etag,
            Optional<String> lastModified,
            List<String> links) {

        public Headers {
            links = List.copyOf(links);
        }
    }

    /**
     * The copy that we have is good.
     *
     * @param movedTo where the asked address moved for good
     */
    record NotModified(Optional<URI> movedTo) implements WebAnswer {}

    /**
     * There is no document to be had.
     *
     * @param problem the kind of trouble
     * @param message what to tell the operator, without anything that the server wrote
     * @param status the HTTP status; 0 where there was none
     * @param retryAfter how long the server asks to be left alone
     */
    record Failed(Problem problem, String message, int status, Optional<Duration> retryAfter) implements WebAnswer {

        static Failed without(Problem problem, String message) {
            return new Failed(problem, message, 0, Optional.empty());
        }

        /** Whether another try, later, may well go better. */
        public boolean isPassing() {
            return switch (problem) {
                case TIMEOUT, UNREACHABLE, THROTTLED, SERVER_ERROR -> true;
                case FORBIDDEN_ADDRESS,
                        REDIRECT_LOOP,
                        UNWELCOME,
                        TOO_LARGE,
                        UNAUTHORISED,
                        NOT_FOUND,
                        GONE,
                        HTTP_ERROR -> false;
            };
        }
    }

    /** The kinds of trouble. */
    enum Problem {
        /** No complete answer in time. */
        TIMEOUT,
        /** No connection. */
        UNREACHABLE,
        /** An address that must not be connected to, or no http. */
        FORBIDDEN_ADDRESS,
        /** Too many redirects. */
        REDIRECT_LOOP,
        /** A redirect to where we may not follow. */
        UNWELCOME,
        /** Too many bytes. */
        TOO_LARGE,
        /** Come back later. */
        THROTTLED,
        /** Credentials wanted. */
        UNAUTHORISED,
        /** No such document. */
        NOT_FOUND,
        /** Gone for good. */
        GONE,
        /** The server failed. */
        SERVER_ERROR,
        /** Any other answer. */
        HTTP_ERROR
    }
}
