package io.missionwatch.enrich.names;

import java.util.Arrays;

/** Collects names for a {@link NameIndex}; later additions of the same name and id change nothing. */
public final class NameIndexBuilder {
    private static final int SMALLEST = 64;
    private static final int CONTINUES = 1 << 31;

    private final NameStarts starts = new NameStarts();
    private long[] keys;
    private int[] values;
    private int used;
    private int[] ids;
    private int[] next;
    private byte[] flags;
    private int[] spellings;
    private long[] firstWords;
    private int size;

    NameIndexBuilder(int names) {
        var capacity = Math.max(SMALLEST, names);
        keys = new long[Integer.highestOneBit(capacity) * 2];
        values = new int[keys.length];
        ids = new int[capacity];
        next = new int[capacity];
        flags = new byte[capacity];
        spellings = new int[capacity];
        firstWords = new long[capacity];
    }

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
        var words = new WordScan(name);
        if (!words.readNext()) {
            throw unfit(name);
        }
        var first = words.hash();
        var flag = flags(name, policy, words.start());
        starts.add(words.text(), words.start(), words.end(), needsCapital(flag));
        var key = NameIndex.chain(0, first);
        var slot = slotOf(key);
        for (var count = 1; words.readNext(); count++) {
            if (count == NameIndex.MOST_WORDS) {
                throw unfit(name);
            }
            values[slot] |= CONTINUES;
            key = NameIndex.chain(key, words.hash());
            slot = slotOf(key);
        }
        addEntry(slot, id, flag, NameIndex.spelling(words.text(), 0, name.length()), first);
        return this;
    }

    private static IllegalArgumentException unfit(String name) {
        return new IllegalArgumentException(
                "a name needs 1 to " + NameIndex.MOST_WORDS + " words, which this has not: " + name);
    }

    /** The index of all names so far; those that share their words stand side by side. */
    public NameIndex build() {
        var table = new NameTable(keys.length);
        var order = new int[size];
        var laid = 0;
        for (var slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0) {
                var head = head(slot);
                table.put(keys[slot], head < 0 ? -1 : laid, (values[slot] & CONTINUES) != 0);
                for (var entry = head; entry >= 0; entry = next[entry]) {
                    order[laid++] = entry;
                }
            }
        }
        return new NameIndex(
                table,
                starts.copy(),
                NameFilter.of(Arrays.copyOf(firstWords, size)),
                inOrder(ids, order),
                flagsInOrder(order),
                inOrder(spellings, order));
    }

    private int head(int slot) {
        return (values[slot] & ~CONTINUES) - 1;
    }

    private static int[] inOrder(int[] column, int[] order) {
        var laid = new int[order.length];
        for (var at = 0; at < laid.length; at++) {
            laid[at] = column[order[at]];
        }
        return laid;
    }

    private byte[] flagsInOrder(int[] order) {
        var laid = new byte[order.length];
        for (var at = 0; at < laid.length; at++) {
            var entry = order[at];
            laid[at] = (byte) (flags[entry] | (next[entry] < 0 ? NameIndex.IS_LAST : 0));
        }
        return laid;
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
        var head = head(slot);
        for (var entry = head; entry >= 0; entry = next[entry]) {
            if (ids[entry] == id && flags[entry] == flag && spellings[entry] == spelling) {
                return;
            }
        }
        if (size == NameTable.MOST_ENTRIES) {
            throw new IllegalStateException("an index holds at most " + size + " names");
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
        values[slot] = (values[slot] & CONTINUES) | size;
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
        var slot = NameTable.slot(key, keys.length);
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

    private static boolean needsCapital(byte flag) {
        var minds = (flag & (NameIndex.WANTS_CAPITAL | NameIndex.IS_EXACT)) != 0;
        return minds && (flag & NameIndex.FIRST_IS_CAPITAL) != 0;
    }
}
