package io.missionwatch.quickstart.stack;

import io.missionwatch.schema.Feed;
import java.util.List;

/**
 * Which feeds a stack is to read.
 *
 * @param feeds those that somebody lists
 * @param onlyThese others that are known are to be removed; otherwise all that are known stay
 */
public record WantedFeeds(List<Feed> feeds, boolean onlyThese) {

    public WantedFeeds {
        feeds = List.copyOf(feeds);
    }

    /** Exactly these. */
    public static WantedFeeds exactly(List<Feed> feeds) {
        return new WantedFeeds(feeds, true);
    }

    /** Those that are known already. */
    public static WantedFeeds asTheyAre() {
        return new WantedFeeds(List.of(), false);
    }
}
