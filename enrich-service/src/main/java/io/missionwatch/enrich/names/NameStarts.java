package io.missionwatch.enrich.names;

/**
 * One bit for the first letters of each name, by which most words of a text are turned away before they are read. Words whose
 * first letter is folded to itself, as all plain small letters are, have bits of their own: most words of a text begin so, and
 * few names.
 */
final class NameStarts {
    /** So many letters are looked at. */
    static final int LETTERS = 3;

    private static final int KEYS = 1 << 16;
    /** The key of a word whose first letters are not plain: any name may begin with it. */
    private static final int UNCLEAR = -1;

    private final long[] bits;

    NameStarts() {
        this(new long[2 * KEYS / Long.SIZE]);
    }

    private NameStarts(long[] bits) {
        this.bits = bits;
    }

    NameStarts copy() {
        return new NameStarts(bits.clone());
    }

    /** Adds the first word of a name, as it stands in the name. */
    void add(char[] text, int start, int end, boolean needsCapital) {
        var letters = new char[2 * LETTERS];
        var count = 0;
        for (var at = start; at < end && count < LETTERS; at++) {
            var kind = LetterFold.fold(text[at]);
            if (kind >= LetterFold.LETTERS) {
                letters[count++] = kind;
            } else if (kind >= LetterFold.PAIRS) {
                letters[count++] = LetterFold.first(kind);
                letters[count++] = LetterFold.second(kind);
            }
        }
        var key = key(letters[0], letters[1], letters[2]);
        set(key);
        if (!needsCapital || !Character.isLowerCase(letters[0])) {
            set(key + KEYS);
        }
    }

    /** What {@link #mayBegin} tells the word that begins there by; breaks stand after the text. */
    static int key(char[] text, int at) {
        var first = LetterFold.fold(text[at]);
        var second = LetterFold.fold(text[at + 1]);
        var third = LetterFold.fold(text[at + 2]);
        if (first < LetterFold.LETTERS || isUnclear(second) || isUnclear(third)) {
            return UNCLEAR;
        }
        var key = key(first, second, third);
        return text[at] == first ? key + KEYS : key;
    }

    /** Whether a name may begin with a word of such a key. */
    boolean mayBegin(int key) {
        return key == UNCLEAR || (bits[key >> 6] & 1L << key) != 0;
    }

    /** Two letters in one, or what may stand within a word without being a letter. */
    private static boolean isUnclear(char kind) {
        return kind < LetterFold.LETTERS
                && (kind >= LetterFold.PAIRS || kind == LetterFold.SKIP || kind == LetterFold.APOSTROPHE);
    }

    /** Not the same for any two letters of one alphabet; a word may end after one or two. */
    private static int key(char first, char second, char third) {
        if (second < LetterFold.LETTERS) {
            return first << 11 & KEYS - 1;
        }
        return (first << 11 ^ second << 5 ^ (third < LetterFold.LETTERS ? 0 : third)) & KEYS - 1;
    }

    private void set(int key) {
        bits[key >> 6] |= 1L << key;
    }
}
