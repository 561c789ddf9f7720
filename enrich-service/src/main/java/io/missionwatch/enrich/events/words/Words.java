package io.missionwatch.enrich.events.words;

import io.missionwatch.enrich.text.WordMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The classes of single words of one language, as bits of a long: one look-up a word, however many questions follow. */
public final class Words {

    private static final int SHORTEST_STEM = 2;

    private final WordMap<Long> classes;
    private final Map<String, Long> stems;

    private Words(Map<String, Long> classes, Map<String, Long> stems) {
        this.classes = WordMap.of(classes);
        this.stems = Map.copyOf(stems);
    }

    static Words of(List<List<String>> rows) {
        var classes = new HashMap<String, Long>();
        var stems = new HashMap<String, Long>();
        for (var row : rows) {
            long bit = WordClass.named(row.get(0)).bit();
            for (var entry : row.get(1).split(" ", -1)) {
                if (entry.endsWith(Forms.STEM)) {
                    stems.merge(Forms.stem(entry), bit, (a, b) -> a | b);
                } else {
                    Forms.of(entry).forEach(form -> classes.merge(form, bit, (a, b) -> a | b));
                }
            }
        }
        return new Words(classes, stems);
    }

    public long classesOf(String lower) {
        long known = classes.get(lower, 0L);
        if (!stems.isEmpty()) {
            return byStem(lower) | known;
        }
        return known == 0 && lower.endsWith("n't") ? WordClass.NEGATION.bit() : known;
    }

    private long byStem(String lower) {
        long bits = 0;
        for (int length = SHORTEST_STEM; length <= lower.length(); length++) {
            bits |= stems.getOrDefault(lower.substring(0, length), 0L);
        }
        return bits;
    }
}
