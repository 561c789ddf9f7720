package io.missionwatch.alert.matching;

import io.missionwatch.alert.book.PatternCard;
import io.missionwatch.alert.windows.Hit;

/** What the windows of a pattern and group are told. */
public sealed interface WindowInput {

    /** Which windows. */
    Route route();

    /** An event matched, or matched again in a newer revision of its article. */
    record Matched(Route route, PatternCard card, Hit hit) implements WindowInput {}

    /** An event says that what went to these windows is not so. */
    record Denied(Route route, Hit hit) implements WindowInput {}

    /**
     * An event does not match any more, or is not told any more.
     *
     * @param reason why, a sentence
     */
    record Retracted(Route route, String eventId, String reason) implements WindowInput {}
}
