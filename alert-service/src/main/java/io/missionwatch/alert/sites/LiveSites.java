package io.missionwatch.alert.sites;

import io.missionwatch.alert.sites.WatchedSites.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The watched sites, while they change. */
public final class LiveSites {

    private final Map<String, List<Site>> byWatchList = new HashMap<>();
    private volatile WatchedSites current = WatchedSites.NONE;

    /** The sites right now. */
    public WatchedSites current() {
        return current;
    }

    /** Adds a watch list, or puts it in the place of the one with its id. */
    public synchronized void put(String watchListId, List<Site> sites) {
        byWatchList.put(watchListId, List.copyOf(sites));
        current = new WatchedSites(byWatchList);
    }

    /** Takes a watch list away. */
    public synchronized void remove(String watchListId) {
        byWatchList.remove(watchListId);
        current = new WatchedSites(byWatchList);
    }

    /** Takes all away, to build anew. */
    public synchronized void reset() {
        byWatchList.clear();
        current = WatchedSites.NONE;
    }
}
