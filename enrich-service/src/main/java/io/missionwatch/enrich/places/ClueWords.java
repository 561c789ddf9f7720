package io.missionwatch.enrich.places;

import io.missionwatch.enrich.text.WordMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words that tell places from persons, organisations and ordinary words. */
final class ClueWords {
    /** The clues of each word as bits: one look-up answers for all. */
    private final WordMap<Integer> clues;

    private final Set<String> givenNames = new HashSet<>();
    private final Set<String> englishWords = new HashSet<>();

    private ClueWords(List<List<String>> rows) {
        var known = new HashMap<String, Integer>();
        for (var row : rows) {
            var bit = Clue.named(row.get(0)).bit();
            for (var word : row.get(1).split(" ", -1)) {
                known.merge(word, bit, (one, other) -> one | other);
            }
        }
        clues = WordMap.of(known);
        TabSeparated.forEachLine("given-names.txt", givenNames::add);
        TabSeparated.forEachLine("english-words.txt.gz", englishWords::add);
    }

    static ClueWords load() {
        return new ClueWords(TabSeparated.rows("clue-words.tsv"));
    }

    /** All clues of a word, for {@link Clue#isIn}. */
    int of(String word) {
        return word.isEmpty() ? 0 : clues.get(word, 0);
    }

    /** As {@link #of}, with a period at the end of the word left out. */
    int ofAbbreviated(String word) {
        return of(word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
    }

    boolean is(Clue clue, String word) {
        return clue.isIn(of(word));
    }

    /** As {@link #is}, with a period at the end of the word left out. */
    boolean isAbbreviated(Clue clue, String word) {
        return clue.isIn(ofAbbreviated(word));
    }

    boolean isGivenName(String word) {
        return givenNames.contains(word);
    }

    /** Whether English has the word in lower case. */
    boolean isCommonWord(String word) {
        return englishWords.contains(word.toLowerCase(Locale.ROOT));
    }
}
