package io.missionwatch.enrich.events.words;

import java.util.List;
import java.util.Optional;

/** A trigger phrase: where it has a gap, the words before it and those behind, else all are behind. */
record Phrase(List<String> words, Readings readings, Forms.Row before, Forms.Row behind) {

    private static final String GAP = "~";
    static final int WIDEST_GAP = 9;

    static Phrase of(List<String> words, List<Trigger> readings) {
        int gap = words.indexOf(GAP);
        return new Phrase(
                List.copyOf(words),
                Readings.of(readings),
                Forms.row(words.subList(0, Math.max(0, gap))),
                Forms.row(words.subList(gap + 1, words.size())));
    }

    /** Its second word, where it is always the same and follows at once. */
    Optional<String> second() {
        boolean same =
                words.size() > 1 && !words.get(1).equals(GAP) && !words.get(1).endsWith(Forms.STEM);
        return same ? Optional.of(words.get(1)) : Optional.empty();
    }

    /** The phrase where it begins at a word, which is known to be its first; else null. */
    TriggerHit at(Wording text, int at) {
        return before.size() > 0 ? gapped(text, at) : plain(text, at);
    }

    private TriggerHit plain(Wording text, int at) {
        int end = behind.endIn(text, at, 1);
        return end < 0 ? null : new TriggerHit(at, end, end, end, readings);
    }

    private TriggerHit gapped(Wording text, int at) {
        int gapFirst = before.endIn(text, at, 1);
        if (gapFirst < 0) {
            return null;
        }
        for (int next = gapFirst; next < Math.min(text.size(), gapFirst + WIDEST_GAP + 1); next++) {
            int end = behind.endIn(text, next, 0);
            if (end > 0) {
                return new TriggerHit(at, end, gapFirst, next, readings);
            }
            if (text.token(next).isPunctuation() && !text.token(next).is("-")) {
                return null;
            }
        }
        return null;
    }
}
