package io.missionwatch.enrich.names;

/** One bit for the first word of each name, by which most words of a text are turned away at the cost of a line of memory. */
final class NameFilter {
    private static final int BITS_PER_WORD = 12;
    private static final int SMALLEST = 64;

    private final long[] bits;

    private NameFilter(long[] bits) {
        this.bits = bits;
    }

    /** The filter of some words, by their hashes; the same word may come often. */
    static NameFilter of(long[] hashes) {
        var size = Integer.highestOneBit(hashes.length * BITS_PER_WORD / Long.SIZE + 1) * 2;
        var bits = new long[Math.max(SMALLEST, size)];
        for (var hash : hashes) {
            bits[(int) (hash >>> 6) & bits.length - 1] |= 1L << hash;
        }
        return new NameFilter(bits);
    }

    /** False for most words that were not given, and for none that was. */
    boolean mayHave(long hash) {
        return (bits[(int) (hash >>> 6) & bits.length - 1] & 1L << hash) != 0;
    }
}
