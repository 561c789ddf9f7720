package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the correlations of a rule set rest on its rules and on each other. */
final class Correlations {
    private final Map<String, Rule> byReference = new HashMap<>();
    private final List<CorrelationRule> inOrder = new ArrayList<>();
    private final Map<String, List<CorrelationRule>> over = new HashMap<>();
    private final Map<String, Set<String>> fieldsNeeded = new HashMap<>();

    Correlations(Collection<Rule> rules) {
        rules.forEach(rule -> rule.head().name().ifPresent(name -> byReference.put(name, rule)));
        rules.forEach(rule -> byReference.put(rule.id(), rule));
        rules.forEach(rule -> place(rule, new LinkedHashSet<>()));
        for (var correlation : inOrder) {
            rulesOf(correlation)
                    .forEach(rule -> over.computeIfAbsent(rule.id(), id -> new ArrayList<>())
                            .add(correlation));
        }
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            need(inOrder.get(i));
        }
    }

    /** Those that a correlation rests on come before it; one that rests on itself is left out. */
    private void place(Rule rule, Set<String> path) {
        if (rule instanceof CorrelationRule correlation && !inOrder.contains(correlation) && path.add(rule.id())) {
            rulesOf(correlation).forEach(below -> place(below, path));
            inOrder.add(correlation);
        }
    }

    /** A field that an outer correlation asks of this one is asked of its rules, under the names it has there. */
    private void need(CorrelationRule correlation) {
        var outer = fieldsNeeded(correlation);
        for (var rule : rulesOf(correlation)) {
            var fields = fieldsNeeded.computeIfAbsent(rule.id(), id -> new LinkedHashSet<>());
            fields.addAll(correlation.correlation().groupFieldsOf(rule));
            fields.addAll(correlation.correlation().valueFieldsOf(rule));
            outer.forEach(field -> fields.add(correlation.correlation().fieldOf(field, rule)));
        }
    }

    List<CorrelationRule> inOrder() {
        return List.copyOf(inOrder);
    }

    List<CorrelationRule> over(Rule rule) {
        return List.copyOf(over.getOrDefault(rule.id(), List.of()));
    }

    Set<String> fieldsNeeded(Rule rule) {
        return Set.copyOf(fieldsNeeded.getOrDefault(rule.id(), Set.of()));
    }

    List<Rule> rulesOf(CorrelationRule correlation) {
        return correlation.correlation().rules().stream()
                .flatMap(reference -> Optional.ofNullable(byReference.get(reference)).stream())
                .toList();
    }

    Observation observationOf(CorrelationRule rule, List<String> group, CorrelationMatch match) {
        var values = new HashMap<String, List<String>>();
        for (var field : fieldsNeeded(rule)) {
            int place = rule.correlation().groupBy().indexOf(field);
            values.put(field, place >= 0 ? List.of(group.get(place)) : valuesIn(rule, match, field));
        }
        return new Observation(match.until(), rule.id(), values);
    }

    private List<String> valuesIn(CorrelationRule rule, CorrelationMatch match, String field) {
        return match.observations().stream()
                .flatMap(one -> one.values(rule.correlation().fieldOf(field, byReference.get(one.ruleId()))).stream())
                .distinct()
                .toList();
    }
}
