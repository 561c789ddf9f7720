package io.missionwatch.alert.patterns;

import io.missionwatch.alert.book.PatternCard;
import io.missionwatch.alert.sigma.CorrelationRule;
import io.missionwatch.alert.sigma.DetectionRule;
import io.missionwatch.alert.sigma.Handling;
import io.missionwatch.alert.sigma.Handling.Absence;
import io.missionwatch.alert.sigma.Rule;
import io.missionwatch.alert.sigma.RuleSet;
import io.missionwatch.alert.windows.EachMatch;
import io.missionwatch.alert.windows.NothingFollows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a pattern is made of: the rules about events that it rests on, its groups and its windows. */
final class PatternParts {

    /** For how long matches of a group are one alert where the pattern does not say. */
    private static final Duration USUAL_WINDOW = Duration.ofDays(1);

    private final Rule rule;
    private final RuleSet rules;
    private final Duration suppressFor;

    PatternParts(Rule rule, RuleSet rules) {
        this.rule = rule;
        this.rules = rules;
        this.suppressFor = rule.handling().suppressFor().orElse(USUAL_WINDOW);
    }

    /**
     * The pattern made of them.
     *
     * @throws IllegalArgumentException when they cannot be honoured together, saying why
     */
    CompiledPattern pattern(PatternCard card, String stateKey) {
        var absence = rule.handling().absence();
        if (rule instanceof CorrelationRule correlation) {
            if (absence.isPresent()) {
                throw new IllegalArgumentException("'absence' in a correlation; expected it in a rule about one event");
            }
            return correlated(correlation, card, stateKey);
        }
        var detection = (DetectionRule) rule;
        return absence.map(missing -> absent(detection, missing, card, stateKey))
                .orElseGet(() -> each(detection, card, stateKey));
    }

    private CompiledPattern each(DetectionRule detection, PatternCard card, String stateKey) {
        var windows = new EachMatch(suppressFor, rule.handling().minIndependentOrigins());
        return new CompiledPattern(
                card, rule, List.of(detection), groupBy(), sameFields(List.of(detection)), Map.of(), windows, stateKey);
    }

    private CompiledPattern absent(DetectionRule detection, Absence absence, PatternCard card, String stateKey) {
        var after = absence.after().map(this::detection).orElse(detection);
        var expected = absence.without().stream().map(this::detection).toList();
        var detections = new LinkedHashSet<DetectionRule>();
        detections.add(after);
        detections.addAll(expected);
        var windows = new NothingFollows(
                suppressFor,
                rule.handling().minIndependentOrigins(),
                after.id(),
                expected.stream().map(Rule::id).collect(Collectors.toSet()),
                absence.within());
        var all = List.copyOf(detections);
        return new CompiledPattern(card, rule, all, groupBy(), sameFields(all), Map.of(), windows, stateKey);
    }

    private CompiledPattern correlated(CorrelationRule correlation, PatternCard card, String stateKey) {
        var own = correlation.correlation().groupBy();
        var detections = detectionsBelow(correlation);
        var groupFields = own.isEmpty() ? sameFields(detections) : Correlated.groupFields(correlation, rules);
        var valueFields = new HashMap<String, List<String>>();
        detections.forEach(detection -> valueFields.put(detection.id(), List.copyOf(rules.fieldsNeeded(detection))));
        return new CompiledPattern(
                card,
                rule,
                detections,
                own.isEmpty() ? correlationGroup() : own,
                groupFields,
                valueFields,
                new Correlated(correlation, rules, suppressFor),
                stateKey);
    }

    private List<DetectionRule> detectionsBelow(CorrelationRule correlation) {
        var detections = new ArrayList<DetectionRule>();
        for (var below : rules.rulesOf(correlation)) {
            if (below instanceof DetectionRule detection) {
                detections.add(detection);
            } else {
                detections.addAll(detectionsBelow((CorrelationRule) below));
            }
        }
        return detections.stream().distinct().toList();
    }

    private List<String> groupBy() {
        return rule.handling().groupBy().isEmpty()
                ? Handling.DEFAULT_GROUP
                : rule.handling().groupBy();
    }

    /** A correlation that groups by nothing counts all matches together, as Sigma says, unless our own key groups. */
    private List<String> correlationGroup() {
        return rule.handling().groupBy();
    }

    private Map<String, List<String>> sameFields(List<DetectionRule> detections) {
        var fields = rule instanceof CorrelationRule ? correlationGroup() : groupBy();
        return detections.stream().collect(Collectors.toMap(Rule::id, any -> fields));
    }

    private DetectionRule detection(String reference) {
        return rules.rules().stream()
                .filter(one -> one.id().equals(reference) || one.head().name().equals(Optional.of(reference)))
                .filter(DetectionRule.class::isInstance)
                .map(DetectionRule.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'absence' refers to '" + reference + "'; expected a rule about one event"));
    }
}
