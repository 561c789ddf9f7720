package io.missionwatch.enrich.names;

/**
 * Finds many names in a text in one pass: whole words only, the longest name at each place, accents and hyphens and the shape
 * of apostrophes ignored, case as each name demands. Names are kept as 64-bit hashes of their words, so that half a million of
 * them take some 20 MB and looking one up allocates nothing. Safe for use by many threads.
 */
public final class NameIndex {
    /** The most words a name can have. */
    public static final int MOST_WORDS = 15;

    private final NameStarts starts;
    private final NameFilter filter;
    private final NameTable table;
    /** What {@link NameEntry} packs. */
    private final long[] entries;

    /** Of a table and its entries; the builder lays them out. */
    NameIndex(NameTable table, NameStarts starts, NameFilter filter, long[] entries) {
        this.table = table;
        this.starts = starts;
        this.filter = filter;
        this.entries = entries;
    }

    public static NameIndexBuilder builder() {
        return builder(0);
    }

    /** A builder with room for so many names; it takes more. */
    public static NameIndexBuilder builder(int names) {
        return new NameIndexBuilder(names);
    }

    /** Receives one match: where it starts and ends in UTF-16 units, and the id that the name was added with. */
    @FunctionalInterface
    public interface Visitor {
        void match(int start, int end, int id);
    }

    /** Visits the matches from left to right; matches do not overlap, but one stretch is visited for each of its ids. */
    public void forEachMatch(CharSequence text, Visitor visitor) {
        var words = new WordScan(text.toString());
        while (words.readStart(starts)) {
            if (filter.mayHave(words.hash())) {
                matchFrom(words, visitor);
            }
        }
    }

    /** The same in a text that other indexes are asked about, too, so that its words need be found but once. */
    public void forEachMatch(NameText text, Visitor visitor) {
        var words = text.words();
        for (var word = 0; word < text.size(); word++) {
            if (starts.mayBegin(text.key(word))) {
                words.read(text.start(word));
                if (filter.mayHave(words.hash())) {
                    matchFrom(words, visitor);
                    word = text.lastBefore(words.next(), word);
                }
            }
        }
    }

    /** The number of names held. */
    public int size() {
        return entries.length;
    }

    /** Leaves the words after the longest name that begins with the word just read; where none does, after that word. */
    private void matchFrom(WordScan words, Visitor visitor) {
        var start = words.start();
        var end = words.end();
        var owned = words.isOwned();
        var best = -1;
        var key = 0L;
        for (var count = 1; ; count++) {
            key = chain(key, words.hash());
            var cell = table.find(key);
            var entry = NameTable.entry(cell);
            if (entry >= 0 && anyFits(entry, words.text(), start, words.end())) {
                best = entry;
                end = words.end();
                owned = words.isOwned();
            }
            if (!NameTable.continues(cell) || count == MOST_WORDS || !words.readNext() || !words.isJoined()) {
                break;
            }
        }
        words.returnTo(end, owned);
        if (best >= 0) {
            visit(best, words.text(), start, end, visitor);
        }
    }

    private boolean anyFits(int first, char[] text, int start, int end) {
        for (var at = first; ; at++) {
            if (fits(entries[at], text, start, end)) {
                return true;
            }
            if (NameEntry.has(NameEntry.IS_LAST, entries[at])) {
                return false;
            }
        }
    }

    private void visit(int first, char[] text, int start, int end, Visitor visitor) {
        for (var at = first; ; at++) {
            var entry = entries[at];
            if (fits(entry, text, start, end)) {
                var period = NameEntry.has(NameEntry.ENDS_WITH_PERIOD, entry) && text[end] == '.';
                visitor.match(start, period ? end + 1 : end, NameEntry.id(entry));
            }
            if (NameEntry.has(NameEntry.IS_LAST, entry)) {
                return;
            }
        }
    }

    private static boolean fits(long entry, char[] text, int start, int end) {
        if (NameEntry.has(NameEntry.IS_EXACT, entry)) {
            var begins = !NameEntry.has(NameEntry.FIRST_IS_CAPITAL, entry) || !Character.isLowerCase(text[start]);
            return begins && spelling(text, start, end) == NameEntry.spelling(entry);
        }
        if (!NameEntry.has(NameEntry.WANTS_CAPITAL, entry)) {
            return true;
        }
        return NameEntry.has(NameEntry.FIRST_IS_CAPITAL, entry)
                ? !Character.isLowerCase(text[start])
                : hasCapital(text, start, end);
    }

    /** The hash of a row of words from that of its beginning and its last word; never zero. */
    static long chain(long key, long word) {
        var mixed = (key ^ word) * 0xd6e8feb86659fd93L;
        mixed ^= mixed >>> 32;
        return mixed == 0 ? 1 : mixed;
    }

    /** A hash of letters and digits as they are written, so that "U.S." and "U. S." are one spelling. */
    static int spelling(char[] text, int start, int end) {
        var hash = 0;
        for (var at = start; at < end; at++) {
            var unit = text[at];
            if (Character.isLetterOrDigit(unit)) {
                hash = hash * 31 + unit;
            }
        }
        return hash;
    }

    private static boolean hasCapital(char[] text, int start, int end) {
        for (var at = start; at < end; at++) {
            var unit = text[at];
            if (Character.isLetter(unit) && !Character.isLowerCase(unit)) {
                return true;
            }
        }
        return false;
    }
}
