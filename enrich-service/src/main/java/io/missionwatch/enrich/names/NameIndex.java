package io.missionwatch.enrich.names;

import java.util.Objects;

/**
 * Finds many names in a text in one pass: whole words only, the longest name at each place, accents and hyphens and the shape
 * of apostrophes ignored, case as each name demands. Names are kept as 64-bit hashes of their words, so that half a million of
 * them take some 20 MB and looking one up allocates nothing. Safe for use by many threads.
 */
public final class NameIndex {
    /** The most words a name can have. */
    public static final int MOST_WORDS = TokenScan.WINDOW - 1;

    static final int ENDS_WITH_PERIOD = 1 << 2;
    static final int FIRST_IS_CAPITAL = 1 << 3;
    static final int IS_EXACT = 1;
    static final int WANTS_CAPITAL = 2;
    /** The last of the entries that share their words; they stand side by side. */
    static final int IS_LAST = 1 << 4;

    private final NameFilter filter;
    private final NameFilter smallLetterFilter;
    private final NameTable table;
    private final int[] ids;
    private final byte[] flags;
    private final int[] spellings;

    /** Of a table and its entries; the builder lays them out. */
    NameIndex(
            NameTable table,
            NameFilter filter,
            NameFilter smallLetterFilter,
            int[] ids,
            byte[] flags,
            int[] spellings) {
        this.table = table;
        this.filter = filter;
        this.smallLetterFilter = smallLetterFilter;
        this.ids = ids;
        this.flags = flags;
        this.spellings = spellings;
    }

    public static NameIndexBuilder builder() {
        return new NameIndexBuilder();
    }

    /** Receives one match: where it starts and ends in UTF-16 units, and the id that the name was added with. */
    @FunctionalInterface
    public interface Visitor {
        void match(int start, int end, int id);
    }

    /** Visits the matches from left to right; matches do not overlap, but one stretch is visited for each of its ids. */
    public void forEachMatch(CharSequence text, Visitor visitor) {
        var scan = new TokenScan(Objects.requireNonNull(text, "text"));
        var token = 0;
        while (scan.has(token)) {
            token = mayStartName(scan, token, text) ? matchFrom(scan, token, text, visitor) : token + 1;
        }
    }

    /** The number of names held. */
    public int size() {
        return ids.length;
    }

    /** Most words of a text begin with a small letter, and few names do: those are turned away without a look at the table. */
    private boolean mayStartName(TokenScan scan, int token, CharSequence text) {
        var firstWords = Character.isLowerCase(text.charAt(scan.start(token))) ? smallLetterFilter : filter;
        return firstWords.mayHave(scan.hash(token));
    }

    private int matchFrom(TokenScan scan, int first, CharSequence text, Visitor visitor) {
        var best = -1;
        var bestToken = first;
        var key = 0L;
        for (var token = first; token - first < MOST_WORDS; token++) {
            if (token > first && !(scan.has(token) && scan.isJoined(token))) {
                break;
            }
            key = chain(key, scan.hash(token));
            var cell = table.find(key);
            var entry = NameTable.entry(cell);
            if (entry >= 0 && anyFits(entry, text, scan.start(first), scan.end(token))) {
                best = entry;
                bestToken = token;
            }
            if (!NameTable.continues(cell)) {
                break;
            }
        }
        if (best >= 0) {
            visit(best, text, scan.start(first), scan.end(bestToken), visitor);
        }
        return bestToken + 1;
    }

    private boolean anyFits(int first, CharSequence text, int start, int end) {
        for (var entry = first; ; entry++) {
            if (fits(entry, text, start, end)) {
                return true;
            }
            if (isLast(entry)) {
                return false;
            }
        }
    }

    private void visit(int first, CharSequence text, int start, int end, Visitor visitor) {
        for (var entry = first; ; entry++) {
            if (fits(entry, text, start, end)) {
                var period = (flags[entry] & ENDS_WITH_PERIOD) != 0 && end < text.length() && text.charAt(end) == '.';
                visitor.match(start, period ? end + 1 : end, ids[entry]);
            }
            if (isLast(entry)) {
                return;
            }
        }
    }

    private boolean isLast(int entry) {
        return (flags[entry] & IS_LAST) != 0;
    }

    private boolean fits(int entry, CharSequence text, int start, int end) {
        var flag = flags[entry];
        if ((flag & IS_EXACT) != 0) {
            var begins = (flag & FIRST_IS_CAPITAL) == 0 || !Character.isLowerCase(text.charAt(start));
            return begins && spelling(text, start, end) == spellings[entry];
        }
        if ((flag & WANTS_CAPITAL) == 0) {
            return true;
        }
        return (flag & FIRST_IS_CAPITAL) != 0
                ? !Character.isLowerCase(text.charAt(start))
                : hasCapital(text, start, end);
    }

    /** The hash of a row of words from that of its beginning and its last word; never zero. */
    static long chain(long key, long word) {
        var mixed = (key ^ word) * 0xd6e8feb86659fd93L;
        mixed ^= mixed >>> 32;
        return mixed == 0 ? 1 : mixed;
    }

    /** A hash of letters and digits as they are written, so that "U.S." and "U. S." are one spelling. */
    static int spelling(CharSequence text, int start, int end) {
        var hash = 0;
        for (var at = start; at < end; at++) {
            var unit = text.charAt(at);
            if (Character.isLetterOrDigit(unit)) {
                hash = hash * 31 + unit;
            }
        }
        return hash;
    }

    private static boolean hasCapital(CharSequence text, int start, int end) {
        for (var at = start; at < end; at++) {
            var unit = text.charAt(at);
            if (Character.isLetter(unit) && !Character.isLowerCase(unit)) {
                return true;
            }
        }
        return false;
    }
}
