package io.missionwatch.enrich.events.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The classes of single words of one language. */
public final class Words {

    private static final int SHORTEST_STEM = 2;
    private static final WordClasses NEGATION = WordClasses.of(WordClass.NEGATION);

    private final Map<String, WordClasses> classes;
    private final Map<String, WordClasses> stems;

    private Words(Map<String, WordClasses> classes, Map<String, WordClasses> stems) {
        this.classes = Map.copyOf(classes);
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

    /** The words that are listed as they are. */
    Set<String> listed() {
        return classes.keySet();
    }

    public WordClasses classesOf(String lower) {
        var known = classes.getOrDefault(lower, WordClasses.NONE);
        return known == WordClasses.NONE ? unlisted(lower) : byStem(lower).and(known);
    }

    /** The classes of a word that is not listed as it is. */
    WordClasses unlisted(String lower) {
        if (!stems.isEmpty()) {
            return byStem(lower);
        }
        return lower.endsWith("n't") ? NEGATION : WordClasses.NONE;
    }

    private WordClasses byStem(String lower) {
        var found = WordClasses.NONE;
        int longest = stems.isEmpty() ? 0 : lower.length();
        for (int length = SHORTEST_STEM; length <= longest; length++) {
            found = found.and(stems.getOrDefault(lower.substring(0, length), WordClasses.NONE));
        }
        return found;
    }
}
