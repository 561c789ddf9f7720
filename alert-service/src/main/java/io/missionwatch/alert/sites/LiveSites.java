package io.missionwatch.alert.sites;

import io.missionwatch.alert.sites.WatchedSites.Watched;
import java.util.HashMap;
import java.util.Map;

/** The watched sites and states, while they change. */
public final class LiveSites {

    private final Map<String, Watched> byWatchList = new HashMap<>();
    private volatile WatchedSites current = WatchedSites.NONE;

    /** What is watched right now. */
    public WatchedSites current() {
        return current;
    }

    /** Adds a watch list, or puts it in the place of the one with its id. */
    public synchronized void put(String watchListId, Watched watched) {
        byWatchList.put(watchListId, watched);
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
