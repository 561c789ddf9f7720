package io.missionwatch.enrich.names;

/**
 * Walks over the words of a text and keeps the last few in a ring: where each begins and ends, a hash of its folded letters,
 * and whether it follows the word before it closely enough to belong to one name. A possessive 's is a word of its own.
 */
final class TokenScan {
    static final int WINDOW = 16;
    private static final int MASK = WINDOW - 1;
    private static final int LONGEST_GAP = 3;
    private static final int LONGEST_ABBREVIATION = 3;
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private final CharSequence text;
    private final int length;
    private final int[] starts = new int[WINDOW];
    private final int[] ends = new int[WINDOW];
    private final long[] hashes = new long[WINDOW];
    private final boolean[] joined = new boolean[WINDOW];
    private int position;
    private int read;
    private int lettersOfLast;
    private boolean owned;

    TokenScan(CharSequence text) {
        this.text = text;
        this.length = text.length();
    }

    /** Reads on until word number {@code token}, counted from zero, is in the ring; false at the end of the text. */
    boolean has(int token) {
        while (read <= token) {
            if (!readNext()) {
                return false;
            }
        }
        return true;
    }

    int start(int token) {
        return starts[token & MASK];
    }

    int end(int token) {
        return ends[token & MASK];
    }

    long hash(int token) {
        return hashes[token & MASK];
    }

    /** Whether only a space, a hyphen or an abbreviation's period lies between this word and the one before. */
    boolean isJoined(int token) {
        return joined[token & MASK];
    }

    private boolean readNext() {
        if (owned) {
            owned = false;
            return store(position, position + 2, FACTOR, true, 1);
        }
        var from = position;
        var at = position;
        var joins = lettersOfLast > 0;
        while (at < length) {
            var kind = LetterFold.fold(text.charAt(at));
            if (kind >= LetterFold.PAIRS) {
                break;
            }
            joins &= kind != LetterFold.BREAK && (kind != LetterFold.PERIOD || lettersOfLast <= LONGEST_ABBREVIATION);
            at++;
        }
        return at < length && readWord(at, joins && at - from <= LONGEST_GAP);
    }

    private boolean readWord(int start, boolean joins) {
        var hash = 0L;
        var letters = 0;
        var at = start;
        for (; at < length; at++) {
            var kind = LetterFold.fold(text.charAt(at));
            if (kind >= LetterFold.LETTERS) {
                hash = (hash + kind) * FACTOR;
                hash ^= hash >>> 29;
                letters++;
            } else if (kind >= LetterFold.PAIRS) {
                hash = (hash + LetterFold.first(kind)) * FACTOR;
                hash ^= hash >>> 29;
                hash = (hash + LetterFold.second(kind)) * FACTOR;
                hash ^= hash >>> 29;
                letters += 2;
            } else if (kind == LetterFold.APOSTROPHE ? endsAtApostrophe(at, letters) : kind != LetterFold.SKIP) {
                break;
            }
        }
        return store(start, at, hash, joins, letters);
    }

    /** "Sana'a" is one word, "d'Ivoire" two, and "Kabul's" is "Kabul" and a possessive. */
    private boolean endsAtApostrophe(int at, int letters) {
        if (at + 1 >= length || LetterFold.fold(text.charAt(at + 1)) < LetterFold.PAIRS) {
            return true;
        }
        owned = LetterFold.fold(text.charAt(at + 1)) == 's'
                && (at + 2 >= length || LetterFold.fold(text.charAt(at + 2)) < LetterFold.PAIRS);
        return owned || letters == 1;
    }

    private boolean store(int start, int end, long hash, boolean joins, int letters) {
        var slot = read & MASK;
        starts[slot] = start;
        ends[slot] = end;
        hashes[slot] = hash;
        joined[slot] = joins;
        read++;
        position = end;
        lettersOfLast = letters;
        return true;
    }
}
