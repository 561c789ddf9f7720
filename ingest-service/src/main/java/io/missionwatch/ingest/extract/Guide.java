package io.missionwatch.ingest.extract;

import java.util.HashSet;
import java.util.Set;

/** A text that a page gives of its article elsewhere, to tell which of its visible blocks belong to the article. */
final class Guide {

    private static final int RUN = 4;

    private final String text;
    private final Set<Integer> runs = new HashSet<>();

    private Guide(String text) {
        this.text = text;
        forEachRun(text, runs::add);
    }

    static Guide of(String text) {
        return new Guide(text);
    }

    String text() {
        return text;
    }

    /** The share of a text's runs of words that this one has too, from 0 to 1. */
    double coverage(String other) {
        var count = new int[2];
        forEachRun(other, run -> {
            count[0]++;
            count[1] += runs.contains(run) ? 1 : 0;
        });
        return count[0] == 0 ? 0 : (double) count[1] / count[0];
    }

    interface RunVisitor {
        void see(int run);
    }

    /** Runs of words, or of characters where words are not set apart; a text shorter than a run is one itself. */
    static void forEachRun(String text, RunVisitor visitor) {
        var last = new int[RUN];
        int words = 0;
        int word = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word = word * 31 + Character.toLowerCase(c);
                if (c < 0x2e80) {
                    continue;
                }
            }
            if (word != 0) {
                last[words++ % RUN] = word;
                word = 0;
                if (words >= RUN) {
                    visitor.see(hash(last, words));
                }
            }
        }
        if (words > 0 && words < RUN) {
            visitor.see(hash(last, words));
        }
    }

    private static int hash(int[] last, int words) {
        int hash = 7;
        for (int i = Math.max(0, words - RUN); i < words; i++) {
            hash = hash * 1_000_003 + last[i % RUN];
        }
        return hash;
    }
}
