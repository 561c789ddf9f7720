package io.missionwatch.enrich.events.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The classes of single words of one language, as bits of a long: one look-up a word, however many questions follow. */
public final class Words {

    private static final int SHORTEST_STEM = 2;

    private final Map<String, Long> classes = new HashMap<>();
    private final Map<String, Long> stems = new HashMap<>();

    private Words() {}

    static Words of(List<List<String>> rows) {
        var words = new Words();
        for (var row : rows) {
            long bit = WordClass.named(row.get(0)).bit();
            for (var entry : row.get(1).split(" ", -1)) {
                words.add(entry, bit);
            }
        }
        return words;
    }

    private void add(String entry, long bit) {
        if (entry.endsWith(Forms.STEM)) {
            stems.merge(Forms.stem(entry), bit, (a, b) -> a | b);
        } else {
            Forms.of(entry).forEach(form -> classes.merge(form, bit, (a, b) -> a | b));
        }
    }

    public long classesOf(String lower) {
        var known = classes.get(lower);
        if (!stems.isEmpty()) {
            return byStem(lower) | (known == null ? 0 : known);
        }
        if (known != null) {
            return known;
        }
        return lower.endsWith("n't") ? WordClass.NEGATION.bit() : 0;
    }

    private long byStem(String lower) {
        long bits = 0;
        for (int length = SHORTEST_STEM; length <= lower.length(); length++) {
            bits |= stems.getOrDefault(lower.substring(0, length), 0L);
        }
        return bits;
    }
}
