package io.missionwatch.alert.suppressions;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** The suppressions there are, while they change. */
public final class LiveSuppressions {

    private final Map<String, HeldBack> byId = new ConcurrentSkipListMap<>();

    /** Adds one, or puts it in the place of the one with its id. */
    public void put(HeldBack heldBack) {
        byId.put(heldBack.id(), heldBack);
    }

    /** Takes one away. */
    public void remove(String id) {
        byId.remove(id);
    }

    /** Takes all away, to build anew. */
    public void reset() {
        byId.clear();
    }

    /** The first, by id, that holds an alert back. */
    public Optional<String> holding(Map<String, Set<String>> facts, Instant at) {
        return byId.values().stream()
                .filter(heldBack -> heldBack.holds(facts, at))
                .map(HeldBack::id)
                .findFirst();
    }
}
