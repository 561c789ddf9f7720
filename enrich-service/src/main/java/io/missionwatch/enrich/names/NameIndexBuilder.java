package io.missionwatch.enrich.names;

import java.util.Arrays;
import java.util.Objects;

/** Collects names for a {@link NameIndex}; later additions of the same name and id change nothing. */
public final class NameIndexBuilder {
    private static final int SMALLEST = 64;
    private static final long CONTINUES = 1L << 31;

    private final NameStarts starts = new NameStarts();
    /** Of each slot the hash of its words, and beside it which entry they have and whether more words may follow. */
    private long[] table;

    private int used;
    /** What {@link NameEntry} packs, and of each the one before it that has the same words. */
    private long[] entries;

    private int[] next;
    private long[] firstWords;
    private int size;

    NameIndexBuilder(int names) {
        var capacity = Math.max(SMALLEST, names);
        table = new long[2 * Integer.highestOneBit(capacity) * 2];
        entries = new long[capacity];
        next = new int[capacity];
        firstWords = new long[capacity];
    }

    /** Adds a name with the case policy that suits it. */
    public NameIndexBuilder add(String name, int id) {
        return add(name, id, NameCase.suiting(name));
    }

    /**
     * Adds a name.
     *
     * @param id from zero to 134,217,727
     * @throws IllegalArgumentException if it has no letter or digit, or more words than {@link NameIndex#MOST_WORDS}
     */
    public NameIndexBuilder add(String name, int id, NameCase policy) {
        Objects.checkIndex(id, NameEntry.LARGEST_ID + 1);
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
            table[slot + 1] |= CONTINUES;
            key = NameIndex.chain(key, words.hash());
            slot = slotOf(key);
        }
        addEntry(slot, NameEntry.of(id, flag, NameIndex.spelling(words.text(), 0, name.length())), first);
        return this;
    }

    private static IllegalArgumentException unfit(String name) {
        return new IllegalArgumentException(
                "a name needs 1 to " + NameIndex.MOST_WORDS + " words, which this has not: " + name);
    }

    /** The index of all names so far; those that share their words stand side by side. */
    public NameIndex build() {
        var cells = new NameTable(table.length / 2);
        var laid = new long[size];
        var count = 0;
        for (var slot = 0; slot < table.length; slot += 2) {
            if (table[slot] != 0) {
                var head = head(slot);
                cells.put(slot / 2, table[slot], head < 0 ? -1 : count, (table[slot + 1] & CONTINUES) != 0);
                for (var entry = head; entry >= 0; entry = next[entry]) {
                    laid[count++] = entries[entry] | (next[entry] < 0 ? NameEntry.IS_LAST : 0);
                }
            }
        }
        return new NameIndex(cells, starts.copy(), NameFilter.of(Arrays.copyOf(firstWords, size)), laid);
    }

    private int head(int slot) {
        return (int) (table[slot + 1] & ~CONTINUES) - 1;
    }

    private static int flags(String name, NameCase policy, int start) {
        var capital = Character.isLowerCase(name.charAt(start)) ? 0 : NameEntry.FIRST_IS_CAPITAL;
        var period = name.endsWith(".") ? NameEntry.ENDS_WITH_PERIOD : 0;
        return flag(policy) | capital | period;
    }

    private static int flag(NameCase policy) {
        return switch (policy) {
            case ANY -> 0;
            case CAPITAL -> NameEntry.WANTS_CAPITAL;
            case EXACT -> NameEntry.IS_EXACT;
        };
    }

    private void addEntry(int slot, long added, long firstWord) {
        var head = head(slot);
        for (var entry = head; entry >= 0; entry = next[entry]) {
            if (entries[entry] == added) {
                return;
            }
        }
        if (size == NameTable.MOST_ENTRIES) {
            throw new IllegalStateException("an index holds at most " + size + " names");
        }
        if (size == entries.length) {
            growEntries();
        }
        entries[size] = added;
        next[size] = head;
        firstWords[size] = firstWord;
        size++;
        table[slot + 1] = table[slot + 1] & CONTINUES | size;
    }

    private void growEntries() {
        var capacity = size * 2;
        entries = Arrays.copyOf(entries, capacity);
        next = Arrays.copyOf(next, capacity);
        firstWords = Arrays.copyOf(firstWords, capacity);
    }

    private int slotOf(long key) {
        if (used * 3 > table.length) {
            growTable();
        }
        var slot = freeOrSame(key);
        if (table[slot] == 0) {
            table[slot] = key;
            used++;
        }
        return slot;
    }

    private int freeOrSame(long key) {
        var slot = 2 * NameTable.slot(key, table.length / 2);
        while (table[slot] != 0 && table[slot] != key) {
            slot = slot + 2 & table.length - 1;
        }
        return slot;
    }

    private void growTable() {
        var old = table;
        table = new long[old.length * 2];
        for (var from = 0; from < old.length; from += 2) {
            if (old[from] != 0) {
                var slot = freeOrSame(old[from]);
                table[slot] = old[from];
                table[slot + 1] = old[from + 1];
            }
        }
    }

    private static boolean needsCapital(int flag) {
        var minds = (flag & (NameEntry.WANTS_CAPITAL | NameEntry.IS_EXACT)) != 0;
        return minds && (flag & NameEntry.FIRST_IS_CAPITAL) != 0;
    }
}
