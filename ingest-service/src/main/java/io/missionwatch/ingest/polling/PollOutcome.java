package io.missionwatch.ingest.polling;

/** How a poll of a feed went; the words of the feed status. */
public enum PollOutcome {
    /** Not polled yet. */
    NEW,
    /** Read, with items. */
    OK,
    /** Nothing changed. */
    NOT_MODIFIED,
    /** A feed without items. */
    EMPTY,
    /** Read from a new permanent address. */
    MOVED,
    /** Gone for good. */
    RETIRED,
    /** The operator paused it. */
    PAUSED,
    /** A page or another document. */
    NOT_A_FEED,
    /** No body. */
    EMPTY_BODY,
    /** Too broken to read. */
    UNREADABLE,
    /** Over a limit of size. */
    TOO_LARGE,
    /** Read up to the limit of items. */
    TOO_MANY_ITEMS,
    /** Renames its items. */
    CHURNING,
    /** No complete answer in time. */
    TIMEOUT,
    /** No connection. */
    UNREACHABLE,
    /** A refused address. */
    FORBIDDEN_ADDRESS,
    /** Too many redirects. */
    REDIRECT_LOOP,
    /** Asked to come back later. */
    THROTTLED,
    /** Wants credentials. */
    UNAUTHORISED,
    /** No such document. */
    NOT_FOUND,
    /** The server failed. */
    SERVER_ERROR,
    /** Another answer. */
    HTTP_ERROR;

    /** Whether the publisher answered as it should. */
    public boolean isSuccess() {
        return switch (this) {
            case OK, NOT_MODIFIED, EMPTY, MOVED, TOO_MANY_ITEMS, CHURNING -> true;
            case NEW,
                    RETIRED,
                    PAUSED,
                    NOT_A_FEED,
                    EMPTY_BODY,
                    UNREADABLE,
                    TOO_LARGE,
                    TIMEOUT,
                    UNREACHABLE,
                    FORBIDDEN_ADDRESS,
                    REDIRECT_LOOP,
                    THROTTLED,
                    UNAUTHORISED,
                    NOT_FOUND,
                    SERVER_ERROR,
                    HTTP_ERROR -> false;
        };
    }
}
