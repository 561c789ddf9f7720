package io.missionwatch.alert.windows;

import io.missionwatch.ids.NamedUuid;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Decides which alerts the hits of one group make. The answer depends on the set of hits and on how far time has come,
 * never on the order in which hits arrived.
 */
public interface WindowRule {

    /** How late a report may come before a rule that waits for the end of a span takes it to be over. */
    Duration GRACE = Duration.ofMinutes(15);

    /** For how long hits of a group belong to one alert. */
    Duration suppressFor();

    /** How long a hit can matter to later ones, and must therefore be remembered. */
    Duration reach();

    /**
     * The alerts of these hits.
     *
     * @param hits all hits of the group that are still remembered, by time
     * @param reached how far event time, or the wall clock in its place, has come
     */
    List<Assignment> assign(Naming naming, Collection<Hit> hits, Instant reached);

    /** When the answer may change next without another hit; empty where it never does. */
    default Optional<Instant> nextDeadline(Collection<Hit> hits, Instant now) {
        return Optional.empty();
    }

    /**
     * Names the alerts of a pattern's group.
     *
     * @param patternId the pattern
     * @param group the group
     */
    record Naming(String patternId, Group group) {
        private static final NamedUuid IDS = new NamedUuid("alert");

        /** The id of the alert of a window. */
        public String alertId(Window window) {
            return IDS.of(patternId, group.canonical(), window.start().toString());
        }
    }
}
