package io.missionwatch.enrich.text;

import java.util.Optional;

/** Where a report says it was written: {@code KABUL, Afghanistan (Reuters) -}. The place is the words before agency and date. */
public record Dateline(Span span, Span place, Optional<String> agency) {}
