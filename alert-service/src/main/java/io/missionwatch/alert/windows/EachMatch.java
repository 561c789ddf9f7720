package io.missionwatch.alert.windows;

import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.origins.Origins;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Every match counts: the hits of a window are one alert, once enough independent origins have reported. What denies is
 * added to the alert that it speaks against and makes none by itself.
 *
 * @param suppressFor length of a window
 * @param minIndependentOrigins origins that must have reported
 */
public record EachMatch(Duration suppressFor, int minIndependentOrigins) implements WindowRule {

    @Override
    public Duration reach() {
        return suppressFor.multipliedBy(3);
    }

    @Override
    public List<Assignment> assign(Naming naming, Collection<Hit> hits, Instant reached) {
        var supporting = new TreeMap<Instant, List<Hit>>();
        hits.stream()
                .filter(hit -> hit.evidence().supports())
                .forEach(hit -> supporting
                        .computeIfAbsent(windowOf(hit).start(), any -> new ArrayList<>())
                        .add(hit));
        supporting.values().removeIf(members -> !hasEnoughOrigins(members));
        var assignments = new ArrayList<Assignment>();
        supporting.forEach((start, members) -> {
            var window = new Window(start, start.plus(suppressFor));
            var ids = idsOf(members);
            hits.stream()
                    .filter(hit -> denies(hit, window, members, supporting))
                    .map(Hit::eventId)
                    .forEach(ids::add);
            assignments.add(new Assignment(
                    naming.alertId(window), window, continued(naming, window, members, supporting), ids));
        });
        return assignments;
    }

    private Window windowOf(Hit hit) {
        return Window.of(hit.time(), suppressFor);
    }

    private boolean hasEnoughOrigins(List<Hit> members) {
        return minIndependentOrigins <= 1
                || Origins.of(members.stream()
                                        .map(Hit::evidence)
                                        .map(Evidence::source)
                                        .toList())
                                .count()
                        >= minIndependentOrigins;
    }

    private static Set<String> idsOf(List<Hit> members) {
        return members.stream().map(Hit::eventId).collect(Collectors.toSet());
    }

    /** A denial joins the alert of its own window, else the one of the window before while that is fresh. */
    private boolean denies(Hit hit, Window window, List<Hit> members, TreeMap<Instant, List<Hit>> supporting) {
        if (hit.evidence().supports()) {
            return false;
        }
        var own = windowOf(hit);
        return own.equals(window)
                || (own.previous().equals(window)
                        && !supporting.containsKey(own.start())
                        && newest(members).plus(suppressFor).isAfter(hit.time()));
    }

    private Optional<String> continued(
            Naming naming, Window window, List<Hit> members, TreeMap<Instant, List<Hit>> supporting) {
        var before = supporting.getOrDefault(window.previous().start(), List.of());
        var first = members.stream().map(Hit::time).min(Instant::compareTo).orElseThrow();
        return before.isEmpty() || !newest(before).plus(suppressFor).isAfter(first)
                ? Optional.empty()
                : Optional.of(naming.alertId(window.previous()));
    }

    private static Instant newest(List<Hit> members) {
        return members.stream().map(Hit::time).max(Instant::compareTo).orElseThrow();
    }
}
