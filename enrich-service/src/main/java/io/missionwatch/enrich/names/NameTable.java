package io.missionwatch.enrich.names;

/**
 * Finds, by the hash of a row of words, the first entry that has these words and whether longer names begin with them. Each
 * cell is one number, so that a look-up costs one line of memory: 40 bits of the hash, of which the place of the cell tells the
 * others, one bit for the longer names, and the number of the entry.
 */
final class NameTable {
    /** The most entries that cells have room for. */
    static final int MOST_ENTRIES = (1 << 23) - 2;

    private static final long HASH = -1L << 24;
    private static final long CONTINUES = 1L << 23;
    private static final long ENTRY = CONTINUES - 1;

    private final long[] cells;

    /** A table with room for a power of two of cells; more than it will be given. */
    NameTable(int capacity) {
        cells = new long[capacity];
    }

    /** Puts a row of words into a free slot that {@link #find} comes by. Entry -1 is that of words which only begin names. */
    void put(int slot, long hash, int entry, boolean continues) {
        cells[slot] = hash & HASH | (continues ? CONTINUES : 0) | entry + 1;
    }

    /** What is known of a row of words; zero where it neither is a name nor begins one. */
    long find(long hash) {
        var slot = slot(hash, cells.length);
        while (cells[slot] != 0) {
            if ((cells[slot] & HASH) == (hash & HASH)) {
                return cells[slot];
            }
            slot = slot + 1 & cells.length - 1;
        }
        return 0;
    }

    /** The first entry of what was found, -1 if there is none. */
    static int entry(long found) {
        return (int) (found & ENTRY) - 1;
    }

    /** Whether more words may follow. */
    static boolean continues(long found) {
        return (found & CONTINUES) != 0;
    }

    static int slot(long hash, int capacity) {
        return (int) (hash ^ hash >>> 32) & capacity - 1;
    }
}
