package io.missionwatch.enrich.text;

import java.util.Map;

/**
 * What is known of words. A token is answered by the number that its word has in every list, which is one look at an array; so is one
 * whose word is in no list, as most are.
 *
 * @param <V> what is known of a word
 */
public final class WordMap<V> {

    /** By the numbers of the words. */
    private final Object[] values;
    /** So many words had numbers when this map was made: its own are among them. */
    private final int numbered;

    private WordMap(Object[] values, int numbered) {
        this.values = values;
        this.numbered = numbered;
    }

    /** The words of another map, as they are now; in small letters, as tokens are asked. */
    public static <V> WordMap<V> of(Map<String, V> known) {
        var vocabulary = Vocabulary.with(known.keySet());
        int highest = -1;
        for (var word : known.keySet()) {
            highest = Math.max(highest, vocabulary.find(word).number());
        }
        var values = new Object[highest + 1];
        known.forEach((word, value) -> values[vocabulary.find(word).number()] = value);
        return new WordMap<>(values, vocabulary.size());
    }

    /** What is known of a token's word, or something else where that is nothing. */
    public V get(Token token, V otherwise) {
        int number = token.number();
        return number >= 0 || token.isUnlistedAmong(numbered) ? at(number, otherwise) : get(token.lower(), otherwise);
    }

    /** What is known of a word, or something else where that is nothing. */
    public V get(String word, V otherwise) {
        return at(Vocabulary.now().find(word).number(), otherwise);
    }

    @SuppressWarnings("unchecked") // Only what of a map's values was put in.
    private V at(int number, V otherwise) {
        if (number < 0 || number >= values.length) {
            return otherwise;
        }
        var value = (V) values[number];
        return value == null ? otherwise : value;
    }
}
