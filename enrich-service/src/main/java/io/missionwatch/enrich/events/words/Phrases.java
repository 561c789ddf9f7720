package io.missionwatch.enrich.events.words;

import java.util.Comparator;
import java.util.List;

/** The trigger phrases that begin with one word; the longest that a text has there wins. */
final class Phrases {

    static final Phrases NONE = new Phrases(List.of());

    private static final Comparator<Phrase> LONGEST_FIRST = Comparator.comparing(
                    (Phrase phrase) -> -phrase.words().size())
            .thenComparing(phrase -> String.join(" ", phrase.words()));

    /** Stands for the hash of a second word that may be any. */
    private static final int ANY = 0;

    private final Phrase[] phrases;
    /** The hashes of their second words, side by side: most phrases fail there. */
    private final int[] seconds;

    private Phrases(List<Phrase> phrases) {
        this.phrases = phrases.toArray(Phrase[]::new);
        this.seconds = phrases.stream()
                .mapToInt(phrase -> phrase.second().map(String::hashCode).orElse(ANY))
                .toArray();
    }

    static Phrases of(List<Phrase> phrases) {
        return new Phrases(phrases.stream().sorted(LONGEST_FIRST).toList());
    }

    /** The phrase that begins at a word, which is known to be its first; null where none does. */
    TriggerHit at(Wording text, int at) {
        int next = phrases.length > 0 && at + 1 < text.size()
                ? text.token(at + 1).lower().hashCode()
                : ANY;
        for (int i = 0; i < phrases.length; i++) {
            var hit = seconds[i] == ANY || seconds[i] == next ? phrases[i].at(text, at) : null;
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }
}
