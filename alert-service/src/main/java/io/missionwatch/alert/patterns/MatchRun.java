package io.missionwatch.alert.patterns;

import io.missionwatch.alert.sigma.CorrelationRun;
import io.missionwatch.alert.sigma.EventTree;
import io.missionwatch.alert.sigma.RuleMatch;
import io.missionwatch.alert.sigma.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Matches events one after the other, and at their end the correlations over them. A rule that only serves
 * correlations is not told of, unless a time is missing that its correlations would need.
 */
final class MatchRun {
    private final RuleSet rules;
    private final CorrelationRun correlations;
    private final Map<Instant, Long> lastEventAt = new HashMap<>();
    private long withoutTime;

    MatchRun(RuleSet rules) {
        this.rules = rules;
        this.correlations = new CorrelationRun(rules, Instant.MAX);
    }

    /** An event, by its number, that matches a pattern, by its id. */
    record Found(long event, String pattern) {}

    /** The patterns that one event matches. */
    List<Found> event(long number, EventTree event) {
        var found = new ArrayList<Found>();
        for (var match : rules.matches(event)) {
            boolean serves = !rules.correlationsOver(match.rule()).isEmpty();
            boolean counted = serves && count(number, match);
            if (!counted || rules.standsAlone(match.rule())) {
                found.add(new Found(number, match.rule().id()));
            }
        }
        return found;
    }

    private boolean count(long number, RuleMatch match) {
        var time = EventTimes.of(match.event());
        time.ifPresentOrElse(
                at -> {
                    correlations.add(match, at);
                    lastEventAt.merge(at, number, Math::max);
                },
                () -> withoutTime++);
        return time.isPresent();
    }

    /** The correlations that hold, each with the last event that counted for it. */
    List<Found> correlated() {
        return correlations.results().stream()
                .filter(result -> rules.standsAlone(result.rule()))
                .map(result -> new Found(lastEvent(result), result.rule().id()))
                .distinct()
                .sorted(Comparator.comparing(Found::event).thenComparing(Found::pattern))
                .toList();
    }

    private long lastEvent(CorrelationRun.Result result) {
        return result.match().observations().stream()
                .map(observation -> lastEventAt.getOrDefault(observation.time(), 0L))
                .max(Comparator.naturalOrder())
                .orElse(0L);
    }

    /** Matches that no correlation could count because nothing in the event says when it happened. */
    long withoutTime() {
        return withoutTime;
    }
}
