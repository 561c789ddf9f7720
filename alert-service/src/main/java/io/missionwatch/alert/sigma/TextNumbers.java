package io.missionwatch.alert.sigma;

import java.util.Map;

/** Numbers of texts in one open hash table of plain arrays: a text that is not there is mostly told by one look. */
final class TextNumbers {
    private final int[] hashes;
    private final String[] texts;
    private final int[] numbers;

    TextNumbers(Map<String, Integer> numberOfText) {
        int slots = Integer.highestOneBit(Math.max(8, numberOfText.size() * 4));
        hashes = new int[slots];
        texts = new String[slots];
        numbers = new int[slots];
        numberOfText.forEach(this::put);
    }

    private void put(String text, int number) {
        int slot = text.hashCode() & hashes.length - 1;
        while (texts[slot] != null) {
            slot = slot + 1 & hashes.length - 1;
        }
        hashes[slot] = nonZero(text.hashCode());
        texts[slot] = text;
        numbers[slot] = number;
    }

    /** The number of a text, or -1. */
    int get(String text) {
        int hash = text.hashCode();
        int wanted = nonZero(hash);
        int slot = hash & hashes.length - 1;
        while (hashes[slot] != 0) {
            if (hashes[slot] == wanted && texts[slot].equals(text)) {
                return numbers[slot];
            }
            slot = slot + 1 & hashes.length - 1;
        }
        return -1;
    }

    /** Zero says that a slot is free. */
    private static int nonZero(int hash) {
        return hash == 0 ? 1 : hash;
    }
}
