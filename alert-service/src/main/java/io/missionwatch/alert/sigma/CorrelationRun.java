package io.missionwatch.alert.sigma;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the correlations of a rule set over matches that are all at hand: the past, or an example. */
public final class CorrelationRun {
    private final RuleSet rules;
    private final Instant now;
    private final Map<String, List<Seen>> seenOfRule = new HashMap<>();

    /**
     * Begins a run.
     *
     * @param now up to when everything has been seen; windows that end later stay open
     */
    public CorrelationRun(RuleSet rules, Instant now) {
        this.rules = rules;
        this.now = now;
    }

    /** A correlation that held, in the group of the given values. */
    public record Result(CorrelationRule rule, List<String> group, CorrelationMatch match) {}

    /** What was seen of a rule: a match of an event, or a result of a correlation. */
    private interface Seen {
        Map<List<String>, Observation> observations(CorrelationRule over, Rule rule);
    }

    /** Adds a match of an event. */
    public void add(RuleMatch match, Instant time) {
        Seen seen = (over, rule) -> {
            var groupBy = over.correlation().groupFieldsOf(rule);
            var byGroup = new LinkedHashMap<List<String>, Observation>();
            for (var group : match.groups(groupBy).groups()) {
                byGroup.put(group, Observation.of(match, time, groupBy, group, rules.fieldsNeeded(rule)));
            }
            return byGroup;
        };
        seenOfRule.computeIfAbsent(match.rule().id(), id -> new ArrayList<>()).add(seen);
    }

    /** The results of every correlation over what was added, those that others rest on first. */
    public List<Result> results() {
        var results = new ArrayList<Result>();
        for (var correlation : rules.correlations()) {
            var own = resultsOf(correlation);
            results.addAll(own);
            var seen = seenOfRule.computeIfAbsent(correlation.id(), id -> new ArrayList<>());
            own.forEach(result -> seen.add((over, rule) -> chained(result, over)));
        }
        return results;
    }

    private List<Result> resultsOf(CorrelationRule correlation) {
        var observationsOfGroup = new LinkedHashMap<List<String>, List<Observation>>();
        for (var rule : rules.rulesOf(correlation)) {
            for (var seen : seenOfRule.getOrDefault(rule.id(), List.of())) {
                seen.observations(correlation, rule)
                        .forEach((group, observation) -> observationsOfGroup
                                .computeIfAbsent(group, any -> new ArrayList<>())
                                .add(observation));
            }
        }
        var correlator = Correlator.of(correlation, rules);
        var results = new ArrayList<Result>();
        observationsOfGroup.forEach((group, observations) -> correlator
                .matches(observations, now)
                .forEach(match -> results.add(new Result(correlation, group, match))));
        return results;
    }

    private Map<List<String>, Observation> chained(Result result, CorrelationRule over) {
        var observation = rules.observationOf(result.rule(), result.group(), result.match());
        var byGroup = new LinkedHashMap<List<String>, Observation>();
        Groups.ofValues(over.correlation().groupFieldsOf(result.rule()), observation)
                .groups()
                .forEach(group -> byGroup.put(group, observation));
        return byGroup;
    }
}
