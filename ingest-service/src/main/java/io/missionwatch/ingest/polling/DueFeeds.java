package io.missionwatch.ingest.polling;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** Knows which feed is due next. A feed stands in it once; setting it again moves it. */
public final class DueFeeds {

    private final PriorityQueue<Due> heap = new PriorityQueue<>();
    private final Map<String, Long> current = new HashMap<>();

    /**
     * A feed and when it is due.
     *
     * @param feed the feed's key
     * @param at milliseconds since 1970
     */
    public record Due(String feed, long at) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return Long.compare(at, other.at);
        }
    }

    /** Sets when a feed is due. */
    public void set(String feed, long at) {
        current.put(feed, at);
        heap.add(new Due(feed, at));
    }

    /** Forgets a feed. */
    public void remove(String feed) {
        current.remove(feed);
    }

    /** Takes out the feed that is due first, if one is due by now. */
    public Optional<Due> take(long now) {
        while (!heap.isEmpty() && heap.peek().at() <= now) {
            var due = heap.remove();
            // Entries that were moved or removed stay in the heap until they come up.
            if (current.remove(due.feed(), due.at())) {
                return Optional.of(due);
            }
        }
        return Optional.empty();
    }

    /** How many feeds wait. */
    public int size() {
        return current.size();
    }
}
