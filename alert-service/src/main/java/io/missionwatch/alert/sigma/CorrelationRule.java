package io.missionwatch.alert.sigma;

/** A rule about the matches of other rules within a span of time. */
public record CorrelationRule(RuleHead head, Handling handling, Correlation correlation) implements Rule {}
