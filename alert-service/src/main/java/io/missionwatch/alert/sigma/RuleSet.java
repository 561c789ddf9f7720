package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules made ready to be matched. Immutable, and safe to use from several threads as long as each has its own events. */
public final class RuleSet {
    private final Map<String, Rule> byId = new LinkedHashMap<>();
    private final List<DetectionRule> detections = new ArrayList<>();
    private final Optional<RuleIndex> index;
    private final Correlations correlations;

    private RuleSet(Collection<? extends Rule> rules, boolean indexed) {
        rules.forEach(rule -> byId.put(rule.id(), rule));
        for (var rule : byId.values()) {
            if (rule instanceof DetectionRule detection) {
                detections.add(detection);
            }
        }
        index = indexed ? Optional.of(new RuleIndex(conditions())) : Optional.empty();
        correlations = new Correlations(byId.values());
    }

    /** Makes rules ready. Of rules with the same id the last one counts. */
    public static RuleSet compile(Collection<? extends Rule> rules) {
        return new RuleSet(rules, true);
    }

    /** Makes few rules ready, of which more is asked how they rest on each other than what they match. */
    public static RuleSet unindexed(Collection<? extends Rule> rules) {
        return new RuleSet(rules, false);
    }

    private List<Condition> conditions() {
        return detections.stream().map(DetectionRule::condition).toList();
    }

    /** The matches of an event, in the order of the rules. */
    public List<RuleMatch> matches(EventTree event) {
        var matches = new ArrayList<RuleMatch>();
        var candidates = index.map(known -> known.candidates(event)).orElseGet(this::all);
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            detections.get(i).match(event).ifPresent(matches::add);
        }
        return matches;
    }

    private BitSet all() {
        var all = new BitSet(detections.size());
        all.set(0, detections.size());
        return all;
    }

    /** Every rule, in the order in which they came. */
    public Collection<Rule> rules() {
        return List.copyOf(byId.values());
    }

    /** The rule of an id. */
    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The correlations, those that others rest on first. */
    public List<CorrelationRule> correlations() {
        return correlations.inOrder();
    }

    /** The correlations that count the matches of a rule. */
    public List<CorrelationRule> correlationsOver(Rule rule) {
        return correlations.over(rule);
    }

    /** The rules that a correlation refers to, in its order. */
    public List<Rule> rulesOf(CorrelationRule correlation) {
        return correlations.rulesOf(correlation);
    }

    /** The fields of a rule's matches that correlations over it ask for, also those over such correlations. */
    public Set<String> fieldsNeeded(Rule rule) {
        return correlations.fieldsNeeded(rule);
    }

    /** Whether a rule makes alerts of its own: it serves no correlation, or one that generates its rules too. */
    public boolean standsAlone(Rule rule) {
        var over = correlationsOver(rule);
        return over.isEmpty() || over.stream().anyMatch(one -> one.correlation().generate());
    }

    /** A result of a correlation, as correlations over it see it. */
    public Observation observationOf(CorrelationRule rule, List<String> group, CorrelationMatch match) {
        return correlations.observationOf(rule, group, match);
    }
}
