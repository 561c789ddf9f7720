package io.missionwatch.alert.sigma;

import java.util.Arrays;
import java.util.Map;

/**
 * Numbers of texts in one open hash table of plain arrays. A text is known by its hash code alone, so that no look at it
 * goes to where the texts of all rules lie: now and then a text that is not there is taken for one that is.
 */
final class TextNumbers {
    private static final int FREE = -1;

    private final int[] hashes;
    private final int[] numbers;

    /** A table of the numbers of texts by the {@link String#hashCode()} of each. */
    TextNumbers(Map<Integer, Integer> numberOfHash) {
        int slots = Integer.highestOneBit(Math.max(8, numberOfHash.size() * 4));
        hashes = new int[slots];
        numbers = new int[slots];
        Arrays.fill(numbers, FREE);
        numberOfHash.forEach(this::put);
    }

    private void put(int hash, int number) {
        int slot = slot(hash);
        while (numbers[slot] != FREE) {
            slot = slot + 1 & hashes.length - 1;
        }
        hashes[slot] = hash;
        numbers[slot] = number;
    }

    /** The number of a text, or -1. */
    int get(String text) {
        int hash = text.hashCode();
        int slot = slot(hash);
        while (numbers[slot] != FREE && hashes[slot] != hash) {
            slot = slot + 1 & hashes.length - 1;
        }
        return numbers[slot];
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 16) & hashes.length - 1;
    }
}
