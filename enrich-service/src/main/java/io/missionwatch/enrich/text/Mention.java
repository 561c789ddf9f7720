package io.missionwatch.enrich.text;

/** A place in the text that speaks of something, the words as they stand there, and a code that says why it was taken so. */
public record Mention(Span span, String text, String reason) {}
