package io.missionwatch.enrich.text;

import java.util.Map;

/**
 * What is known of words, made for words of which nothing is: most words of a text are in none of our lists, and are told so by one
 * look at numbers that lie side by side.
 *
 * @param <V> what is known of a word
 */
public final class WordMap<V> {

    private static final int SPARSENESS = 4;
    /** The hash of no word. */
    private static final int FREE = 0;

    private final int[] hashes;
    private final String[] words;
    private final Object[] values;

    private WordMap(int capacity) {
        hashes = new int[capacity];
        words = new String[capacity];
        values = new Object[capacity];
    }

    /** The words of another map, as they are now. */
    public static <V> WordMap<V> of(Map<String, V> known) {
        var map = new WordMap<V>(Integer.highestOneBit(known.size() + 1) * SPARSENESS);
        known.forEach(map::put);
        return map;
    }

    private void put(String word, V value) {
        var hash = hash(word);
        var slot = slot(hash);
        while (hashes[slot] != FREE) {
            slot = next(slot);
        }
        hashes[slot] = hash;
        words[slot] = word;
        values[slot] = value;
    }

    /** What is known of a word, or something else where that is nothing. */
    @SuppressWarnings("unchecked") // Only put writes values.
    public V get(String word, V otherwise) {
        var hash = hash(word);
        for (var slot = slot(hash); hashes[slot] != FREE; slot = next(slot)) {
            if (hashes[slot] == hash && words[slot].equals(word)) {
                return (V) values[slot];
            }
        }
        return otherwise;
    }

    private static int hash(String word) {
        var hash = word.hashCode();
        return hash == FREE ? 1 : hash;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 16) & hashes.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & hashes.length - 1;
    }
}
