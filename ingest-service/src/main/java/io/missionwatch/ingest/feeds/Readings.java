package io.missionwatch.ingest.feeds;

import io.missionwatch.ingest.feeds.ParsedFeed.Reading;

/** Names how a feed was read, by the number of its entries. */
final class Readings {

    private Readings() {}

    static Reading of(int entries, int omitted) {
        if (omitted > 0) {
            return Reading.TOO_MANY_ENTRIES;
        }
        return entries == 0 ? Reading.NO_ENTRIES : Reading.OK;
    }
}
