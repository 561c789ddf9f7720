package io.missionwatch.alert.patterns;

import io.missionwatch.alert.sigma.Correlation;
import io.missionwatch.alert.sigma.CorrelationMatch;
import io.missionwatch.alert.sigma.CorrelationRule;
import io.missionwatch.alert.sigma.Correlator;
import io.missionwatch.alert.sigma.Observation;
import io.missionwatch.alert.sigma.Rule;
import io.missionwatch.alert.sigma.RuleSet;
import io.missionwatch.alert.windows.Assignment;
import io.missionwatch.alert.windows.Hit;
import io.missionwatch.alert.windows.WindowAlerts;
import io.missionwatch.alert.windows.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Matches count together: the hits of a group make an alert where a correlation of them holds, in the window in which it
 * came to hold, and rest on the hits that made it hold. Correlations may rest on other correlations.
 */
final class Correlated implements WindowRule {

    private final CorrelationRule rule;
    private final RuleSet rules;
    private final Duration suppressFor;

    Correlated(CorrelationRule rule, RuleSet rules, Duration suppressFor) {
        this.rule = rule;
        this.rules = rules;
        this.suppressFor = suppressFor;
    }

    /** What a correlation counts, and the hits that it comes from. */
    private record Counted(Observation observation, Set<Hit> hits) {}

    @Override
    public Duration suppressFor() {
        return suppressFor;
    }

    @Override
    public Duration reach() {
        return suppressFor.multipliedBy(2).plus(span(rule).multipliedBy(2)).plus(GRACE);
    }

    @Override
    public List<Assignment> assign(Naming naming, Collection<Hit> hits, Instant reached) {
        var alerts = new WindowAlerts(naming, suppressFor);
        var counted = below(rule, hits, reached);
        matches(rule, counted, reached).forEach(match -> alerts.add(match.until(), hitsOf(match, counted)));
        return alerts.alerts(rule.handling().minIndependentOrigins(), hits);
    }

    @Override
    public Optional<Instant> nextDeadline(Collection<Hit> hits, Instant now) {
        return waits(rule)
                ? hits.stream()
                        .map(hit -> hit.time().plus(span(rule)).plus(GRACE).plusMillis(1))
                        .filter(now::isBefore)
                        .min(Instant::compareTo)
                : Optional.empty();
    }

    private boolean waits(CorrelationRule correlation) {
        return Correlator.of(correlation, rules).waitsForEnd()
                || rules.rulesOf(correlation).stream()
                        .anyMatch(below -> below instanceof CorrelationRule inner && waits(inner));
    }

    private Duration span(CorrelationRule correlation) {
        var longestBelow = rules.rulesOf(correlation).stream()
                .filter(CorrelationRule.class::isInstance)
                .map(inner -> span((CorrelationRule) inner))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return correlation.correlation().timespan().plus(longestBelow);
    }

    private List<CorrelationMatch> matches(CorrelationRule correlation, List<Counted> counted, Instant reached) {
        var observations = counted.stream().map(Counted::observation).toList();
        return Correlator.of(correlation, rules).matches(observations, reached.minus(GRACE));
    }

    /** What a correlation counts: matches of events, and results of correlations below it. */
    private List<Counted> below(CorrelationRule correlation, Collection<Hit> hits, Instant reached) {
        var counted = new ArrayList<Counted>();
        for (var below : rules.rulesOf(correlation)) {
            counted.addAll(below instanceof CorrelationRule inner ? results(inner, hits, reached) : seen(below, hits));
        }
        return counted;
    }

    private static List<Counted> seen(Rule detection, Collection<Hit> hits) {
        var seen = new ArrayList<Counted>();
        for (var hit : hits) {
            hit.rules().stream()
                    .filter(one ->
                            one.rule().equals(detection.id()) && hit.evidence().supports())
                    .map(one -> new Observation(hit.time(), one.rule(), one.values()))
                    .forEach(observation -> seen.add(new Counted(observation, Set.of(hit))));
        }
        return seen;
    }

    private List<Counted> results(CorrelationRule inner, Collection<Hit> hits, Instant reached) {
        var byGroup = new LinkedHashMap<List<String>, List<Counted>>();
        for (var one : below(inner, hits, reached)) {
            groupsOf(inner.correlation(), one.observation())
                    .forEach(group -> byGroup.computeIfAbsent(group, any -> new ArrayList<>())
                            .add(one));
        }
        var results = new ArrayList<Counted>();
        byGroup.forEach((group, counted) -> matches(inner, counted, reached)
                .forEach(match ->
                        results.add(new Counted(rules.observationOf(inner, group, match), hitsOf(match, counted)))));
        return results;
    }

    private List<List<String>> groupsOf(Correlation correlation, Observation observation) {
        var below = rules.rule(observation.ruleId()).orElseThrow();
        List<List<String>> groups = List.of(List.of());
        for (var field : correlation.groupFieldsOf(below)) {
            var values = observation.values(field).isEmpty() ? List.of("-") : observation.values(field);
            groups = groups.stream()
                    .flatMap(head -> values.stream().map(value -> joined(head, value)))
                    .toList();
        }
        return groups;
    }

    private static List<String> joined(List<String> head, String value) {
        var row = new ArrayList<>(head);
        row.add(value);
        return List.copyOf(row);
    }

    private static Set<Hit> hitsOf(CorrelationMatch match, List<Counted> counted) {
        var made = new HashSet<>(match.observations());
        var hits = new HashSet<Hit>();
        counted.stream().filter(one -> made.contains(one.observation())).forEach(one -> hits.addAll(one.hits()));
        return hits;
    }

    /** The fields of a detection rule's matches that make the group of the outermost correlation. */
    static Map<String, List<String>> groupFields(CorrelationRule outer, RuleSet rules) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var below : rules.rulesOf(outer)) {
            var here = outer.correlation().groupFieldsOf(below);
            if (below instanceof CorrelationRule inner) {
                groupFields(inner, rules).forEach((rule, names) -> fields.put(rule, translated(inner, here, names)));
            } else {
                fields.put(below.id(), here);
            }
        }
        return fields;
    }

    private static List<String> translated(CorrelationRule inner, List<String> wanted, List<String> names) {
        var groupBy = inner.correlation().groupBy();
        return wanted.stream()
                .map(field -> {
                    if (!groupBy.contains(field)) {
                        throw new IllegalArgumentException("groups by '" + field + "', which the correlation '"
                                + inner.head().title() + "' below it does not group by");
                    }
                    return names.get(groupBy.indexOf(field));
                })
                .toList();
    }
}
