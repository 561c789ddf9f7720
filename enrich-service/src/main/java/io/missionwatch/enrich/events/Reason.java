package io.missionwatch.enrich.events;

/** Why one facet of an event has the value it has: the facet's name, a code, and the words that decided where there are any. */
public record Reason(String facet, String code, String words) {}
