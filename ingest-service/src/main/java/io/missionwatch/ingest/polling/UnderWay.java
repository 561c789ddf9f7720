package io.missionwatch.ingest.polling;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The polls that have begun and not ended, counted by host, so that no host is asked for too much at once. */
public final class UnderWay {

    private final int most;
    private final int mostPerHost;
    private final Set<String> feeds = new HashSet<>();
    private final Map<String, Integer> hosts = new HashMap<>();

    /** Room for so many polls in all and of one host. */
    public UnderWay(int most, int mostPerHost) {
        this.most = most;
        this.mostPerHost = mostPerHost;
    }

    /** Whether another poll may begin. */
    public boolean hasRoom() {
        return feeds.size() < most;
    }

    /** Whether the host of a feed has as many polls as it may. */
    public boolean isBusy(String feed) {
        return hosts.getOrDefault(hostOf(feed), 0) >= mostPerHost;
    }

    /** Whether a feed is being polled. */
    public boolean has(String feed) {
        return feeds.contains(feed);
    }

    /** A poll begins. */
    public void begin(String feed) {
        if (feeds.add(feed)) {
            hosts.merge(hostOf(feed), 1, Integer::sum);
        }
    }

    /** A poll has ended. */
    public void end(String feed) {
        if (feeds.remove(feed)) {
            hosts.computeIfPresent(hostOf(feed), (host, count) -> count == 1 ? null : count - 1);
        }
    }

    private static String hostOf(String feed) {
        return feed.substring(0, feed.indexOf('|'));
    }
}
