package io.missionwatch.alert.patterns;

import io.missionwatch.alert.evidence.Place;
import io.missionwatch.alert.matching.PatternMatch;
import io.missionwatch.alert.matching.Route;
import io.missionwatch.alert.sigma.DetectionRule;
import io.missionwatch.alert.sigma.EventReading;
import io.missionwatch.alert.sigma.EventTree;
import io.missionwatch.alert.sigma.RuleMatch;
import io.missionwatch.alert.sigma.RuleSet;
import io.missionwatch.alert.sites.WatchedSites;
import io.missionwatch.alert.windows.Group;
import io.missionwatch.alert.windows.Hit.RuleHit;
import io.missionwatch.alert.windows.WindowRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All patterns in force at one time, ready to be matched. Immutable; a change makes another set. */
public final class PatternSet {

    /** No patterns at all. */
    public static final PatternSet EMPTY = of(List.of());

    private final Map<String, CompiledPattern> byId = new LinkedHashMap<>();
    private final Map<DetectionRule, List<CompiledPattern>> byRule = new LinkedHashMap<>();
    private final List<RuleSet> rules = new ArrayList<>();

    private PatternSet() {}

    /** The set of these patterns; of patterns with the same id the last one counts. */
    public static PatternSet of(Collection<CompiledPattern> patterns) {
        var set = new PatternSet();
        patterns.forEach(pattern -> set.byId.put(pattern.card().patternId(), pattern));
        for (var pattern : set.byId.values()) {
            pattern.detections()
                    .forEach(rule -> set.byRule
                            .computeIfAbsent(rule, any -> new ArrayList<>())
                            .add(pattern));
        }
        layers(set.byRule.keySet()).forEach(layer -> set.rules.add(RuleSet.compile(layer)));
        return set;
    }

    /** Rules of different patterns may share an id; a rule set holds one rule of each id. */
    private static List<List<DetectionRule>> layers(Collection<DetectionRule> rules) {
        var namesakes = new HashMap<String, Integer>();
        var layers = new ArrayList<List<DetectionRule>>();
        for (var rule : rules) {
            int depth = namesakes.merge(rule.id(), 1, Integer::sum);
            if (layers.size() < depth) {
                layers.add(new ArrayList<>());
            }
            layers.get(depth - 1).add(rule);
        }
        return layers;
    }

    /** The patterns, by id. */
    public Collection<CompiledPattern> patterns() {
        return List.copyOf(byId.values());
    }

    /** How matches of a route become alerts; empty where the pattern is gone or selects otherwise now. */
    public Optional<WindowRule> windows(Route route) {
        return pattern(route).map(CompiledPattern::windows);
    }

    private Optional<CompiledPattern> pattern(Route route) {
        return Optional.ofNullable(byId.get(route.patternId()))
                .filter(pattern -> pattern.stateKey().equals(route.stateKey()));
    }

    /**
     * What an event matches, one answer for each pattern and group, in a fixed order.
     *
     * @param tree the event as patterns see it
     */
    public Matches matches(Map<String, ?> tree, WatchedSites sites, EventReading reading) {
        var found = new TreeMap<String, Found>();
        int excess = 0;
        var event = reading.event(tree);
        for (var set : rules) {
            for (var match : set.matches(event)) {
                for (var pattern : byRule.get(match.rule())) {
                    if (isNearEnough(pattern, event, sites)) {
                        excess += collect(pattern, match, found);
                    }
                }
            }
        }
        return new Matches(found.values().stream().map(Found::match).toList(), excess);
    }

    /**
     * What an event matches.
     *
     * @param excess groups that were left out because one match makes too many
     */
    public record Matches(List<PatternMatch> matches, int excess) {
        public Matches {
            matches = List.copyOf(matches);
        }
    }

    private record Found(CompiledPattern pattern, Route route, List<RuleHit> rules) {
        PatternMatch match() {
            return new PatternMatch(route, pattern.card(), rules);
        }
    }

    private static int collect(CompiledPattern pattern, RuleMatch match, Map<String, Found> found) {
        var groupFields = pattern.groupFields().get(match.rule().id());
        var groups = match.groups(groupFields);
        for (var group : groups.groups()) {
            var values = new HashMap<String, List<String>>();
            pattern.valueFields()
                    .getOrDefault(match.rule().id(), List.of())
                    .forEach(field -> values.put(field, match.valuesIn(field, groupFields, group)));
            var route = new Route(pattern.card().patternId(), pattern.stateKey(), Group.of(pattern.groupBy(), group));
            found.computeIfAbsent(route.key(), any -> new Found(pattern, route, new ArrayList<>()))
                    .rules()
                    .add(new RuleHit(match.rule().id(), values));
        }
        return groups.excess();
    }

    private static boolean isNearEnough(CompiledPattern pattern, EventTree event, WatchedSites sites) {
        return pattern.rule()
                .handling()
                .withinKm()
                .map(near -> isPoint(event)
                        && coordinate(event, "place.latitude")
                                .flatMap(latitude -> coordinate(event, "place.longitude")
                                        .map(longitude ->
                                                sites.isNear(latitude, longitude, near.km(), near.watchLists())))
                                .orElse(false))
                .orElse(true);
    }

    /** A country is not where its middle is. */
    private static boolean isPoint(EventTree event) {
        return event.values("place.type").stream().allMatch(Place::isPoint);
    }

    private static Optional<Double> coordinate(EventTree event, String field) {
        return event.values(field).stream().findFirst().map(Double::valueOf);
    }
}
