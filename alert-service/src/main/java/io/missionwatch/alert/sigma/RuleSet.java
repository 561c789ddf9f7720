package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules made ready to be matched. Immutable, and safe to use from several threads as long as each has its own events. */
public final class RuleSet {
    private final Map<String, Rule> byId = new LinkedHashMap<>();
    private final List<DetectionRule> detections = new ArrayList<>();

    private RuleSet() {}

    /** Makes rules ready. Of rules with the same id the last one counts. */
    public static RuleSet compile(Collection<? extends Rule> rules) {
        var set = new RuleSet();
        rules.forEach(rule -> set.byId.put(rule.id(), rule));
        for (var rule : set.byId.values()) {
            if (rule instanceof DetectionRule detection) {
                set.detections.add(detection);
            }
        }
        return set;
    }

    /** The matches of an event, in the order of the rules. */
    public List<RuleMatch> matches(EventTree event) {
        var matches = new ArrayList<RuleMatch>();
        for (var rule : detections) {
            rule.match(event).ifPresent(matches::add);
        }
        return matches;
    }

    /** Every rule, in the order in which they came. */
    public Collection<Rule> rules() {
        return List.copyOf(byId.values());
    }

    /** The rule of an id. */
    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
