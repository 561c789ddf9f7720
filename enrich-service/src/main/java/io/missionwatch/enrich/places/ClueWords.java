package io.missionwatch.enrich.places;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The words that tell places from persons, organisations and ordinary words. */
final class ClueWords {
    private static final int GIVEN_NAME = 1;
    private static final int COMMON_WORD = 2;

    /** The clues of each word: one look-up answers for all. */
    private final WordBits clues;
    /** Given names as they are written, and English words in lower case. */
    private final WordBits names;

    private ClueWords(WordBits clues, WordBits names) {
        this.clues = clues;
        this.names = names;
    }

    static ClueWords load() {
        var clues = new HashMap<String, Integer>();
        for (var row : TabSeparated.rows("clue-words.tsv")) {
            var bit = Clue.named(row.get(0)).bit();
            for (var word : row.get(1).split(" ", -1)) {
                join(clues, word, bit);
            }
        }
        var names = new HashMap<String, Integer>();
        TabSeparated.forEachLine("given-names.txt", name -> join(names, name, GIVEN_NAME));
        TabSeparated.forEachLine("english-words.txt.gz", word -> join(names, word, COMMON_WORD));
        return new ClueWords(new WordBits(clues), new WordBits(names));
    }

    private static void join(Map<String, Integer> known, String word, int bit) {
        known.merge(word, bit, (one, other) -> one | other);
    }

    /** All clues of a word, for {@link Clue#isIn}. */
    int of(String word) {
        return word.isEmpty() ? 0 : clues.of(word);
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
        return (names.of(word) & GIVEN_NAME) != 0;
    }

    /** Whether English has the word in lower case. */
    boolean isCommonWord(String word) {
        return (names.of(word.toLowerCase(Locale.ROOT)) & COMMON_WORD) != 0;
    }
}
