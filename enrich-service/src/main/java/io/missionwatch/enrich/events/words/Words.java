package io.missionwatch.enrich.events.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The classes of single words of one language, as bits of a long: one look-up a word, however many questions follow. */
public final class Words {

    private final Map<String, Long> classes = new HashMap<>();

    private Words() {}

    static Words of(List<List<String>> rows) {
        var words = new Words();
        for (var row : rows) {
            long bit = WordClass.named(row.get(0)).bit();
            for (var entry : row.get(1).split(" ", -1)) {
                Forms.of(entry).forEach(form -> words.classes.merge(form, bit, (a, b) -> a | b));
            }
        }
        return words;
    }

    public long classesOf(String lower) {
        var known = classes.get(lower);
        if (known != null) {
            return known;
        }
        return lower.endsWith("n't") ? WordClass.NEGATION.bit() : 0;
    }
}
