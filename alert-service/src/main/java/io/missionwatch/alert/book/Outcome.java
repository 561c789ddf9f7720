package io.missionwatch.alert.book;

import java.util.Optional;

/**
 * What became of an alert.
 *
 * @param state how it is now; empty where the book forgets it
 * @param news what the world is to be told
 */
public record Outcome(Optional<AlertState> state, News news) {

    /** What the world is to be told. */
    public enum News {
        /** Nothing: nothing changed that anybody sees. */
        NONE,
        /** The newest revision. */
        REVISION,
        /** Nothing: what somebody wanted to do is not possible. */
        REFUSED,
        /** That the alert is gone. */
        FORGOTTEN
    }
}
