package io.missionwatch.enrich.names;

/** A name of an index in one number: its id, what is demanded of the text, and the hash of its spelling. */
final class NameEntry {
    static final int IS_EXACT = 1;
    static final int WANTS_CAPITAL = 2;
    static final int ENDS_WITH_PERIOD = 1 << 2;
    static final int FIRST_IS_CAPITAL = 1 << 3;
    /** The last of the entries that share their words; they stand side by side. */
    static final int IS_LAST = 1 << 4;

    /** The largest id that there is room for. */
    static final int LARGEST_ID = (1 << 27) - 1;

    private static final int FLAGS = 5;

    private NameEntry() {}

    static long of(int id, int flags, int spelling) {
        return ((long) id << Integer.SIZE | Integer.toUnsignedLong(spelling)) << FLAGS | flags;
    }

    static int id(long entry) {
        return (int) (entry >>> Integer.SIZE + FLAGS);
    }

    static int spelling(long entry) {
        return (int) (entry >>> FLAGS);
    }

    /** Whether a name has one of some flags. */
    static boolean has(int flags, long entry) {
        return (entry & flags) != 0;
    }
}
