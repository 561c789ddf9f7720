package io.missionwatch.enrich.places;

import java.util.Map;

/**
 * What is known of words, as bits. Made for words of which nothing is known, as most words beside a name are: they are told so by one
 * look at numbers that lie side by side. Upper and lower case count.
 */
final class WordBits {
    private static final int SPARSENESS = 4;
    /** The hash of no word. */
    private static final int FREE = 0;

    private final int[] hashes;
    private final String[] words;
    private final int[] bits;

    WordBits(Map<String, Integer> known) {
        hashes = new int[Integer.highestOneBit(known.size() + 1) * SPARSENESS];
        words = new String[hashes.length];
        bits = new int[hashes.length];
        known.forEach(this::put);
    }

    private void put(String word, int known) {
        var hash = hash(word);
        var slot = slot(hash);
        while (hashes[slot] != FREE) {
            slot = next(slot);
        }
        hashes[slot] = hash;
        words[slot] = word;
        bits[slot] = known;
    }

    /** The bits of a word; zero where nothing is known of it. */
    int of(String word) {
        var hash = hash(word);
        for (var slot = slot(hash); hashes[slot] != FREE; slot = next(slot)) {
            if (hashes[slot] == hash && words[slot].equals(word)) {
                return bits[slot];
            }
        }
        return 0;
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
