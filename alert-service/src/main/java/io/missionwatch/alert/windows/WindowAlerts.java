package io.missionwatch.alert.windows;

import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.origins.Origins;
import io.missionwatch.alert.windows.WindowRule.Naming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the alerts of windows that have something to report: asks for enough independent origins, links a window with
 * the one that it goes on from, and adds what denies.
 */
public final class WindowAlerts {

    private final Naming naming;
    private final Duration length;
    private final NavigableMap<Instant, Set<Hit>> supporting = new TreeMap<>();

    /**
     * Windows without content.
     *
     * @param length of each window
     */
    public WindowAlerts(Naming naming, Duration length) {
        this.naming = naming;
        this.length = length;
    }

    /** Adds what supports the alert of the window that a time falls into. */
    public void add(Instant time, Collection<Hit> hits) {
        supporting
                .computeIfAbsent(Window.of(time, length).start(), any -> new HashSet<>())
                .addAll(hits);
    }

    /**
     * The alerts of the windows, in the order of time.
     *
     * @param minIndependentOrigins origins that must have reported
     * @param hits all hits of the group, for those among them that deny
     */
    public List<Assignment> alerts(int minIndependentOrigins, Collection<Hit> hits) {
        supporting.values().removeIf(members -> originsOf(members) < minIndependentOrigins);
        var denials = hits.stream().filter(hit -> !hit.evidence().supports()).toList();
        var alerts = new ArrayList<Assignment>();
        for (Map.Entry<Instant, Set<Hit>> entry : supporting.entrySet()) {
            var window = Window.of(entry.getKey(), length);
            var ids = entry.getValue().stream().map(Hit::eventId).collect(Collectors.toSet());
            denials.stream()
                    .filter(denial -> speaksAgainst(denial, window, entry.getValue()))
                    .map(Hit::eventId)
                    .forEach(ids::add);
            alerts.add(new Assignment(naming.alertId(window), window, continued(window, entry.getValue()), ids));
        }
        return alerts;
    }

    private static int originsOf(Set<Hit> members) {
        return Origins.of(members.stream()
                        .map(Hit::evidence)
                        .map(Evidence::source)
                        .toList())
                .count();
    }

    /** A denial joins the alert of its own window, else the one of the window before while that is fresh. */
    private boolean speaksAgainst(Hit denial, Window window, Set<Hit> members) {
        var own = Window.of(denial.time(), length);
        return own.equals(window)
                || (own.previous().equals(window)
                        && !supporting.containsKey(own.start())
                        && newest(members).plus(length).isAfter(denial.time()));
    }

    private Optional<String> continued(Window window, Set<Hit> members) {
        var before = supporting.getOrDefault(window.previous().start(), Set.of());
        var first = members.stream().map(Hit::time).min(Instant::compareTo).orElseThrow();
        return before.isEmpty() || !newest(before).plus(length).isAfter(first)
                ? Optional.empty()
                : Optional.of(naming.alertId(window.previous()));
    }

    private static Instant newest(Set<Hit> members) {
        return members.stream().map(Hit::time).max(Instant::compareTo).orElseThrow();
    }
}
