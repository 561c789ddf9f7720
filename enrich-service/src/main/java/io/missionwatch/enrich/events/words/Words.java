package io.missionwatch.enrich.events.words;

import io.missionwatch.enrich.text.WordMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The classes of single words of one language: one look-up a word, however many questions follow. */
public final class Words {

    private static final int SHORTEST_STEM = 2;
    private static final WordClasses NEGATION = WordClasses.of(WordClass.NEGATION);

    private final WordMap<WordClasses> classes;
    private final Map<String, WordClasses> stems;

    private Words(Map<String, WordClasses> classes, Map<String, WordClasses> stems) {
        this.classes = WordMap.of(classes);
        this.stems = Map.copyOf(stems);
    }

    static Words of(List<List<String>> rows) {
        var classes = new HashMap<String, WordClasses>();
        var stems = new HashMap<String, WordClasses>();
        for (var row : rows) {
            var alone = WordClasses.of(WordClass.named(row.get(0)));
            for (var entry : row.get(1).split(" ", -1)) {
                if (entry.endsWith(Forms.STEM)) {
                    stems.merge(Forms.stem(entry), alone, WordClasses::and);
                } else {
                    Forms.of(entry).forEach(form -> classes.merge(form, alone, WordClasses::and));
                }
            }
        }
        return new Words(classes, stems);
    }

    public WordClasses classesOf(String lower) {
        var known = classes.get(lower, WordClasses.NONE);
        if (!stems.isEmpty()) {
            return byStem(lower).and(known);
        }
        return known == WordClasses.NONE && lower.endsWith("n't") ? NEGATION : known;
    }

    private WordClasses byStem(String lower) {
        var found = WordClasses.NONE;
        for (int length = SHORTEST_STEM; length <= lower.length(); length++) {
            found = found.and(stems.getOrDefault(lower.substring(0, length), WordClasses.NONE));
        }
        return found;
    }
}
