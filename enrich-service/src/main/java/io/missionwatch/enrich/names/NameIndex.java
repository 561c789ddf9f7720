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

    static final int CONTINUES = 1 << 31;
    static final int ENDS_WITH_PERIOD = 1 << 2;
    static final int FIRST_IS_CAPITAL = 1 << 3;
    static final int IS_EXACT = 1;
    static final int WANTS_CAPITAL = 2;

    private final long[] filter;
    private final long[] smallLetterFilter;
    private final long[] keys;
    private final int[] values;
    private final int[] ids;
    private final int[] next;
    private final byte[] flags;
    private final int[] spellings;

    NameIndex(NameIndexBuilder built) {
        filter = built.filter(false);
        smallLetterFilter = built.filter(true);
        keys = built.keys();
        values = built.values();
        ids = built.ids();
        next = built.next();
        flags = built.flags();
        spellings = built.spellings();
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
        var bits = Character.isLowerCase(text.charAt(scan.start(token))) ? smallLetterFilter : filter;
        var hash = scan.hash(token);
        return (bits[(int) (hash >>> 6) & (bits.length - 1)] & 1L << hash) != 0;
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
            var value = find(key);
            var entry = (value & ~CONTINUES) - 1;
            if (entry >= 0 && anyFits(entry, text, scan.start(first), scan.end(token))) {
                best = entry;
                bestToken = token;
            }
            if ((value & CONTINUES) == 0) {
                break;
            }
        }
        if (best >= 0) {
            visit(best, text, scan.start(first), scan.end(bestToken), visitor);
        }
        return bestToken + 1;
    }

    private boolean anyFits(int first, CharSequence text, int start, int end) {
        for (var entry = first; entry >= 0; entry = next[entry]) {
            if (fits(entry, text, start, end)) {
                return true;
            }
        }
        return false;
    }

    private void visit(int first, CharSequence text, int start, int end, Visitor visitor) {
        for (var entry = first; entry >= 0; entry = next[entry]) {
            if (fits(entry, text, start, end)) {
                var period = (flags[entry] & ENDS_WITH_PERIOD) != 0 && end < text.length() && text.charAt(end) == '.';
                visitor.match(start, period ? end + 1 : end, ids[entry]);
            }
        }
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

    private int find(long key) {
        var slot = slot(key, keys.length);
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                return values[slot];
            }
            slot = slot + 1 & keys.length - 1;
        }
        return 0;
    }

    static int slot(long key, int capacity) {
        return (int) (key ^ key >>> 32) & capacity - 1;
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
