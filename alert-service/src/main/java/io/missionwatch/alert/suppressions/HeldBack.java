package io.missionwatch.alert.suppressions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Alerts that are held back for a while.
 *
 * @param matchers what of an alert must have which value, all of them
 */
public record HeldBack(String id, Map<String, String> matchers, Instant from, Instant until) {

    /** What can be asked of an alert. */
    public static final List<String> FIELDS = List.of(
            "patternId", "group", "hostState", "sendingState", "city", "actorId", "incidentId", "belowSeverity");

    public HeldBack {
        matchers = Map.copyOf(matchers);
        if (matchers.isEmpty()) {
            throw new IllegalArgumentException("a suppression without matchers would hold back everything");
        }
        matchers.keySet().stream()
                .filter(field -> !FIELDS.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new IllegalArgumentException("unknown matcher '" + field + "'; expected one of " + FIELDS);
                });
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a suppression ends after it starts");
        }
    }

    /**
     * Whether it holds an alert back; small and capital letters are alike.
     *
     * @param facts the values that the alert has for each field
     */
    public boolean holds(Map<String, Set<String>> facts, Instant at) {
        return !at.isBefore(from)
                && at.isBefore(until)
                && matchers.entrySet().stream()
                        .allMatch(matcher -> facts.getOrDefault(matcher.getKey(), Set.of()).stream()
                                .anyMatch(matcher.getValue()::equalsIgnoreCase));
    }
}
