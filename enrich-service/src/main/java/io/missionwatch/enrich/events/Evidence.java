package io.missionwatch.enrich.events;

import io.missionwatch.enrich.text.Span;

/** The words that an event was read from, and the whole sentence around them. */
public record Evidence(Span span, String sentence) {}
