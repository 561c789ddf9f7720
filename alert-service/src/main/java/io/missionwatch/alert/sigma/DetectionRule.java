package io.missionwatch.alert.sigma;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** A rule about one event. */
public final class DetectionRule implements Rule {
    private final RuleHead head;
    private final LogSource logSource;
    private final Handling handling;
    private final Condition condition;

    DetectionRule(RuleHead head, LogSource logSource, Handling handling, Condition condition) {
        this.head = head;
        this.logSource = logSource;
        this.handling = handling;
        this.condition = condition;
    }

    @Override
    public RuleHead head() {
        return head;
    }

    @Override
    public Handling handling() {
        return handling;
    }

    /** The events that the rule is about; matching does not look at it. */
    public LogSource logSource() {
        return logSource;
    }

    Condition condition() {
        return condition;
    }

    /** The same rule, for events only that the filter lets through. */
    DetectionRule filtered(Filter filter) {
        var both = new Condition.All(List.of(condition, filter.passing()));
        return new DetectionRule(head, logSource, handling, both);
    }

    /** The match of an event, with the selections that made it and the list elements they are about. */
    public Optional<RuleMatch> match(EventTree event) {
        return condition.holds(event) ? Optional.of(explained(event)) : Optional.empty();
    }

    private RuleMatch explained(EventTree event) {
        var matched = new LinkedHashMap<String, Selection>();
        condition.explain(event, matched);
        var bindings = new Bindings();
        matched.values().forEach(selection -> selection.bind(event, bindings));
        return new RuleMatch(this, event, List.copyOf(matched.keySet()), bindings.asLists());
    }

    @Override
    public String toString() {
        return head.id() + " (" + head.title() + ")";
    }
}
