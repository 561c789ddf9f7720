package io.missionwatch.alert.sigma;

import java.util.List;

/**
 * An exclusion shared by rules: events it describes are taken from their matches.
 *
 * @param rules ids or names of the rules it belongs to; empty for every rule of its log source
 */
public record Filter(RuleHead head, LogSource logSource, List<String> rules, Passing condition) {
    public Filter {
        rules = List.copyOf(rules);
    }

    /** The condition under which an event passes the filter; opaque outside this package. */
    public static final class Passing {
        private final Condition condition;

        Passing(Condition condition) {
            this.condition = condition;
        }
    }

    Condition passing() {
        return condition.condition;
    }

    boolean appliesTo(DetectionRule rule) {
        return logSource.covers(rule.logSource())
                && (rules.isEmpty() || rules.stream().anyMatch(rule.head()::answersTo));
    }
}
