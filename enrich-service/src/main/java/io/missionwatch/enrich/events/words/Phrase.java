package io.missionwatch.enrich.events.words;

import io.missionwatch.enrich.text.Token;
import java.util.List;

/** A trigger phrase: where it has a gap, the words before it and those behind, else all are behind. */
record Phrase(List<String> words, Readings readings, Forms.Row before, Forms.Row behind) {

    private static final String GAP = "~";
    private static final int WIDEST_GAP = 9;

    static Phrase of(List<String> words, List<Trigger> readings) {
        int gap = words.indexOf(GAP);
        return new Phrase(
                List.copyOf(words),
                Readings.of(readings),
                Forms.row(words.subList(0, Math.max(0, gap))),
                Forms.row(words.subList(gap + 1, words.size())));
    }

    /** The phrase where it begins at a token, which is known to be its first word; else null. */
    TriggerHit at(List<Token> tokens, int at) {
        return before.size() > 0 ? gapped(tokens, at) : plain(tokens, at);
    }

    private TriggerHit plain(List<Token> tokens, int at) {
        int end = behind.endIn(tokens, at, 1);
        return end < 0 ? null : new TriggerHit(at, end, end, end, readings);
    }

    private TriggerHit gapped(List<Token> tokens, int at) {
        int gapFirst = before.endIn(tokens, at, 1);
        if (gapFirst < 0) {
            return null;
        }
        for (int next = gapFirst; next < Math.min(tokens.size(), gapFirst + WIDEST_GAP + 1); next++) {
            int end = behind.endIn(tokens, next, 0);
            if (end > 0) {
                return new TriggerHit(at, end, gapFirst, next, readings);
            }
            if (tokens.get(next).isPunctuation() && !tokens.get(next).is("-")) {
                return null;
            }
        }
        return null;
    }
}
