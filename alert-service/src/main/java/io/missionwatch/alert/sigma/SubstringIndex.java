package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;

/**
 * Finds in one pass over a text which of many parts it contains. For short parts it looks at every place of the text. For
 * long ones it leaps, by the few characters before it, over all places where none of them can begin (Wu and Manber,
 * 1994): the longer the shortest of them, the further. Of many parts every three characters stand in one or the other, so
 * that it looks at four.
 */
final class SubstringIndex {
    private static final int LONG = 8;
    private static final int SMALL_BLOCK = 3;
    private static final int LARGE_BLOCK = 4;
    private static final int MOST_SMALL_BLOCKS = 1 << 11;
    private static final int FURTHEST = Byte.MAX_VALUE;
    private static final int SLOTS_PER_BLOCK = 8;
    private static final int LEAST_SLOTS = 1 << 10;
    private static final int MOST_SLOTS = 1 << 18;

    private final PartTree shortParts = new PartTree();
    private final PartTree longParts = new PartTree();
    private final int window;
    private final int block;
    private final int furthest;
    private final byte[] leaps;
    private final long[] known;

    /** Builds the index of parts, none of them empty, each with the number that stands for it. */
    SubstringIndex(Map<String, Integer> parts) {
        var leapt = new ArrayList<String>();
        parts.forEach((part, number) -> {
            if (part.length() < LONG) {
                shortParts.add(part, number);
            } else {
                longParts.add(part, number);
                leapt.add(part);
            }
        });
        window = leapt.stream().mapToInt(String::length).min().orElse(LONG);
        block = leapt.size() * (window - SMALL_BLOCK + 1) > MOST_SMALL_BLOCKS ? LARGE_BLOCK : SMALL_BLOCK;
        furthest = Math.min(FURTHEST, window - block + 1);
        leaps = new byte[slots(leapt.size() * (window - block + 1))];
        Arrays.fill(leaps, (byte) furthest);
        known = new long[leaps.length >>> 6];
        leapt.forEach(this::shortenLeaps);
    }

    private static int slots(int blocks) {
        int wanted = Math.max(LEAST_SLOTS, Math.min(MOST_SLOTS, blocks * SLOTS_PER_BLOCK));
        return Integer.highestOneBit(wanted - 1) << 1;
    }

    private void shortenLeaps(String part) {
        for (int end = block; end <= window; end++) {
            int slot = slot(part, end);
            leaps[slot] = (byte) Math.min(leaps[slot], window - end);
            known[slot >>> 6] |= 1L << slot;
        }
    }

    /** Where the leap of the block that ends before a place is kept. */
    private int slot(String text, int end) {
        int hash = (text.charAt(end - 3) * 31 + text.charAt(end - 2)) * 31 + text.charAt(end - 1);
        if (block == LARGE_BLOCK) {
            hash += text.charAt(end - 4) * 29_791;
        }
        return (hash * 0x9E3779B9) >>> 8 & leaps.length - 1;
    }

    /** Adds the number of every part that the text contains. */
    void find(String text, BitSet found) {
        if (!shortParts.isEmpty()) {
            for (int start = 0; start < text.length(); start++) {
                shortParts.follow(text, start, found);
            }
        }
        if (!longParts.isEmpty()) {
            findLong(text, found);
        }
    }

    private void findLong(String text, BitSet found) {
        int end = window;
        while (end <= text.length()) {
            int slot = slot(text, end);
            // One bit tells of most blocks that no part has them: a table that small stays near the processor.
            int leap = (known[slot >>> 6] >>> slot & 1) == 0 ? furthest : leaps[slot];
            if (leap == 0) {
                longParts.follow(text, end - window, found);
            }
            end += Math.max(1, leap);
        }
    }
}
