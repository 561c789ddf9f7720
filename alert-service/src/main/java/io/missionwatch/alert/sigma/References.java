package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks what rules say of each other: ids are unique, what is referred to exists, and no correlation rests on itself. */
final class References {
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Rule> byId = new HashMap<>();
    private final Map<String, Rule> byName = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Filter> filters;

    References(List<Rule> read, List<Filter> filters) {
        this.filters = filters;
        read.forEach(this::add);
    }

    private void add(Rule rule) {
        var other = byId.putIfAbsent(rule.id(), rule);
        if (other != null) {
            fault(rule, "id '" + rule.id() + "' is already that of " + place(other));
            return;
        }
        var namesake = rule.head().name().map(name -> byName.putIfAbsent(name, rule));
        if (namesake.isPresent()) {
            fault(rule, "name '" + rule.head().name().orElseThrow() + "' is already that of " + place(namesake.get()));
            return;
        }
        rules.add(rule);
    }

    private void fault(Rule rule, String reason) {
        faults.add(new Fault(rule.head().file(), rule.head().line(), reason));
    }

    private static String place(Rule rule) {
        return rule.head().file() + ":" + rule.head().line();
    }

    SigmaFiles.Reading checked() {
        boolean dropped = true;
        while (dropped) {
            dropped = rules.removeIf(this::isBroken);
        }
        return new SigmaFiles.Reading(rules.stream().map(this::filtered).toList(), filters, faults);
    }

    private boolean isBroken(Rule rule) {
        var reason = problem(rule);
        reason.ifPresent(text -> {
            fault(rule, text);
            byId.remove(rule.id());
            rule.head().name().ifPresent(byName::remove);
        });
        return reason.isPresent();
    }

    private Optional<String> problem(Rule rule) {
        for (var reference : referencesOf(rule)) {
            if (find(reference).isEmpty()) {
                return Optional.of("refers to rule '" + reference + "', which is not among the valid rules read");
            }
        }
        if (!(rule instanceof CorrelationRule correlation)) {
            return Optional.empty();
        }
        return reaches(rule, rule.id(), new HashSet<>())
                ? Optional.of("correlation '" + rule.id() + "' rests on itself")
                : unknownWord(correlation);
    }

    /** What a correlation asks of the matches below it that they do not have. */
    private Optional<String> unknownWord(CorrelationRule rule) {
        try {
            for (var reference : rule.correlation().rules()) {
                check(rule, find(reference).orElseThrow());
            }
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.of(refused.getMessage());
        }
    }

    private void check(CorrelationRule rule, Rule below) {
        var vocabulary = vocabularyOf(below);
        if (below instanceof DetectionRule) {
            rule.correlation().groupFieldsOf(below).forEach(vocabulary::check);
            rule.correlation().valueFieldsOf(below).forEach(vocabulary::check);
        }
        rule.handling().groupBy().forEach(vocabulary::check);
        rule.handling().title().ifPresent(vocabulary::check);
        rule.handling().summary().ifPresent(vocabulary::check);
    }

    private Vocabulary vocabularyOf(Rule rule) {
        if (rule instanceof CorrelationRule correlation) {
            return vocabularyOf(find(correlation.correlation().rules().get(0)).orElseThrow());
        }
        return Vocabulary.of(((DetectionRule) rule).logSource());
    }

    private static List<String> referencesOf(Rule rule) {
        var references = new ArrayList<String>();
        if (rule instanceof CorrelationRule correlation) {
            references.addAll(correlation.correlation().rules());
        }
        rule.handling().absence().ifPresent(absence -> {
            references.addAll(absence.without());
            absence.after().ifPresent(references::add);
        });
        return references;
    }

    private Optional<Rule> find(String reference) {
        return Optional.ofNullable(byId.getOrDefault(reference, byName.get(reference)));
    }

    private boolean reaches(Rule from, String id, Set<String> seen) {
        if (!(from instanceof CorrelationRule correlation)) {
            return false;
        }
        for (var reference : correlation.correlation().rules()) {
            var rule = find(reference);
            if (rule.isPresent()
                    && (rule.get().id().equals(id) || (seen.add(reference) && reaches(rule.get(), id, seen)))) {
                return true;
            }
        }
        return false;
    }

    private Rule filtered(Rule rule) {
        if (!(rule instanceof DetectionRule detection)) {
            return rule;
        }
        for (var filter : filters) {
            if (filter.appliesTo(detection)) {
                detection = detection.filtered(filter);
            }
        }
        return detection;
    }
}
