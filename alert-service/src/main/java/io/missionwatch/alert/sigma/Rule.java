package io.missionwatch.alert.sigma;

/** A pattern: it either looks at one event, or correlates the matches of other rules. */
public sealed interface Rule permits DetectionRule, CorrelationRule {
    RuleHead head();

    /** What Missionwatch does with the rule's matches, as the rule asks under the key {@code missionwatch}. */
    Handling handling();

    /** The id that alerts and references carry. */
    default String id() {
        return head().id();
    }
}
