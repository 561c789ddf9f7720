package io.missionwatch.enrich.names;

import java.util.Arrays;

/** Collects names for a {@link NameIndex}; later additions of the same name and id change nothing. */
public final class NameIndexBuilder {
    private static final int SMALLEST = 64;
    private static final int FILTER_BITS_PER_NAME = 12;

    private long[] keys = new long[SMALLEST];
    private int[] values = new int[SMALLEST];
    private int used;
    private int[] ids = new int[SMALLEST];
    private int[] next = new int[SMALLEST];
    private byte[] flags = new byte[SMALLEST];
    private int[] spellings = new int[SMALLEST];
    private long[] firstWords = new long[SMALLEST];
    private int size;

    NameIndexBuilder() {}

    /** Adds a name with the case policy that suits it. */
    public NameIndexBuilder add(String name, int id) {
        return add(name, id, NameCase.suiting(name));
    }

    /**
     * Adds a name.
     *
     * @throws IllegalArgumentException if it has no letter or digit, or more words than {@link NameIndex#MOST_WORDS}
     */
    public NameIndexBuilder add(String name, int id, NameCase policy) {
        var scan = new TokenScan(name);
        var key = 0L;
        var words = 0;
        var slot = -1;
        for (; words < NameIndex.MOST_WORDS && scan.has(words); words++) {
            if (slot >= 0) {
                values[slot] |= NameIndex.CONTINUES;
            }
            key = NameIndex.chain(key, scan.hash(words));
            slot = slotOf(key);
        }
        if (slot < 0 || scan.has(words)) {
            throw new IllegalArgumentException(
                    "a name needs 1 to " + NameIndex.MOST_WORDS + " words, which this has not: " + name);
        }
        var first = new TokenScan(name);
        first.has(0);
        addEntry(
                slot,
                id,
                flags(name, policy, first.start(0)),
                NameIndex.spelling(name, 0, name.length()),
                first.hash(0));
        return this;
    }

    public NameIndex build() {
        ids = Arrays.copyOf(ids, size);
        next = Arrays.copyOf(next, size);
        flags = Arrays.copyOf(flags, size);
        spellings = Arrays.copyOf(spellings, size);
        return new NameIndex(this);
    }

    private static byte flags(String name, NameCase policy, int start) {
        var capital = Character.isLowerCase(name.charAt(start)) ? 0 : NameIndex.FIRST_IS_CAPITAL;
        var period = name.endsWith(".") ? NameIndex.ENDS_WITH_PERIOD : 0;
        return (byte) (flag(policy) | capital | period);
    }

    private static int flag(NameCase policy) {
        return switch (policy) {
            case ANY -> 0;
            case CAPITAL -> NameIndex.WANTS_CAPITAL;
            case EXACT -> NameIndex.IS_EXACT;
        };
    }

    private void addEntry(int slot, int id, byte flag, int spelling, long firstWord) {
        var head = (values[slot] & ~NameIndex.CONTINUES) - 1;
        for (var entry = head; entry >= 0; entry = next[entry]) {
            if (ids[entry] == id && flags[entry] == flag && spellings[entry] == spelling) {
                return;
            }
        }
        if (size == ids.length) {
            growEntries();
        }
        ids[size] = id;
        next[size] = head;
        flags[size] = flag;
        spellings[size] = spelling;
        firstWords[size] = firstWord;
        size++;
        values[slot] = (values[slot] & NameIndex.CONTINUES) | size;
    }

    private void growEntries() {
        var capacity = size * 2;
        ids = Arrays.copyOf(ids, capacity);
        next = Arrays.copyOf(next, capacity);
        flags = Arrays.copyOf(flags, capacity);
        spellings = Arrays.copyOf(spellings, capacity);
        firstWords = Arrays.copyOf(firstWords, capacity);
    }

    private int slotOf(long key) {
        if (used * 3 > keys.length * 2) {
            growTable();
        }
        var slot = freeOrSame(key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            used++;
        }
        return slot;
    }

    private int freeOrSame(long key) {
        var slot = NameIndex.slot(key, keys.length);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void growTable() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[keys.length];
        for (var old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] != 0) {
                var slot = freeOrSame(oldKeys[old]);
                keys[slot] = oldKeys[old];
                values[slot] = oldValues[old];
            }
        }
    }

    /**
     * One bit for the first word of each name, by which most words of a text are turned away at the cost of a cache line.
     *
     * @param smallLetters only names that a text may begin with a small letter
     */
    long[] filter(boolean smallLetters) {
        var words = Integer.highestOneBit(size * FILTER_BITS_PER_NAME / Long.SIZE + 1) * 2;
        var filter = new long[Math.max(SMALLEST, words)];
        for (var entry = 0; entry < size; entry++) {
            if (!smallLetters || !needsCapital(flags[entry])) {
                var hash = firstWords[entry];
                filter[(int) (hash >>> 6) & (filter.length - 1)] |= 1L << hash;
            }
        }
        return filter;
    }

    private static boolean needsCapital(byte flag) {
        var minds = (flag & (NameIndex.WANTS_CAPITAL | NameIndex.IS_EXACT)) != 0;
        return minds && (flag & NameIndex.FIRST_IS_CAPITAL) != 0;
    }

    long[] keys() {
        return keys;
    }

    int[] values() {
        return values;
    }

    int[] ids() {
        return ids;
    }

    int[] next() {
        return next;
    }

    byte[] flags() {
        return flags;
    }

    int[] spellings() {
        return spellings;
    }
}
