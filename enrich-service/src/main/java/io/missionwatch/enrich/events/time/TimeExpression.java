package io.missionwatch.enrich.events.time;

/**
 * Words that say when: tokens {@code first} to {@code end} (exclusive) of a sentence, how they stand to publication and what
 * they resolve to. An expression that {@code looksRight} ("a year after") dates what follows it, others their own clause.
 */
public record TimeExpression(
        int first, int end, TimeRelation relation, Occurrence when, boolean looksRight, String reason) {}
