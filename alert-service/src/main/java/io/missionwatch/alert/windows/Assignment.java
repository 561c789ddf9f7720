package io.missionwatch.alert.windows;

import java.util.Optional;
import java.util.Set;

/**
 * An alert that hits of a group make, and those that it rests on.
 *
 * @param alertId UUIDv5 of pattern id, canonical group and window
 * @param continues the alert of the window before, where its happening goes on
 * @param eventIds the hits
 */
public record Assignment(String alertId, Window window, Optional<String> continues, Set<String> eventIds) {
    public Assignment {
        eventIds = Set.copyOf(eventIds);
    }
}
