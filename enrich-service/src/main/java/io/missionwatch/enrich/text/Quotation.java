package io.missionwatch.enrich.text;

import java.util.Optional;

/** Words between quotation marks, the marks included, and the words beside them that name who speaks, where there are any. */
public record Quotation(Span span, Optional<Span> speaker) {}
