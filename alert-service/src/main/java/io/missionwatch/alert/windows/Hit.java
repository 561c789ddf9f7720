package io.missionwatch.alert.windows;

import io.missionwatch.alert.evidence.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A match that waits in the window of its group.
 *
 * @param evidence the event that matched
 * @param rules the rules of the pattern that it matched, with the values of the fields that each of them is asked for
 * @param alerts the alerts that it was handed to, each with the alert that it continues; empty text for none
 */
public record Hit(Evidence evidence, List<RuleHit> rules, Map<String, String> alerts) {
    public Hit {
        rules = List.copyOf(rules);
        alerts = Map.copyOf(alerts);
    }

    /**
     * One rule that the event matched.
     *
     * @param rule id of the rule
     * @param values values of the fields that a correlation counts, adds up or groups by
     */
    public record RuleHit(String rule, Map<String, List<String>> values) {
        public RuleHit {
            values = Map.copyOf(values);
        }
    }

    /** The event's id. */
    public String eventId() {
        return evidence.eventId();
    }

    /** The time that windows go by. */
    public Instant time() {
        return evidence.eventTime();
    }

    /** Whether the event matched a rule. */
    public boolean matched(String rule) {
        return rules.stream().anyMatch(hit -> hit.rule().equals(rule));
    }

    /** The same hit, handed to these alerts. */
    public Hit handedTo(Map<String, String> newAlerts) {
        return new Hit(evidence, rules, newAlerts);
    }
}
