package io.missionwatch.enrich.names;

/**
 * Reads the words of a text one after the other: where a word begins and ends, a hash of its folded letters, and whether it
 * follows the one before it closely enough to belong to one name. A possessive 's is a word of its own.
 */
final class WordScan {
    private static final int LONGEST_GAP = 3;
    private static final int LONGEST_ABBREVIATION = 3;
    private static final long FACTOR = 0x9e3779b97f4a7c15L;

    private final char[] text;
    private final int length;
    private int start;
    private int end;
    private long hash;
    private int letters;
    private boolean joined;
    private boolean owned;

    WordScan(String text) {
        this(padded(text), text.length());
    }

    /** Of letters after which breaks stand, see {@link #padded}. */
    WordScan(char[] text, int length) {
        this.text = text;
        this.length = length;
    }

    /** The letters of a text, and after them breaks enough to look ahead. */
    static char[] padded(String text) {
        var letters = new char[text.length() + NameStarts.LETTERS];
        text.getChars(0, text.length(), letters, 0);
        return letters;
    }

    /** The letters of the text; where it ends, breaks stand. */
    char[] text() {
        return text;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    long hash() {
        return hash;
    }

    /** Whether only a space, a hyphen or an abbreviation's period lies between this word and the one before. */
    boolean isJoined() {
        return joined;
    }

    /** Whether the word has a possessive 's, which comes next. */
    boolean isOwned() {
        return owned;
    }

    /** Where the search for the next word begins: a possessive begins no name. */
    int next() {
        return owned ? end + 2 : end;
    }

    /** Goes back to the end of a word that was read before. */
    void returnTo(int end, boolean owned) {
        this.end = end;
        this.owned = owned;
    }

    /** Reads the next word that may begin a name; false at the end of the text. */
    boolean readStart(NameStarts starts) {
        for (var at = next(); at < length; ) {
            if (LetterFold.fold(text[at]) < LetterFold.PAIRS) {
                at++;
            } else if (starts.mayBegin(NameStarts.key(text, at))) {
                read(at);
                return true;
            } else {
                at = endOfWord(at);
            }
        }
        return false;
    }

    /** Reads the next word, whatever it is; false at the end of the text. */
    boolean readNext() {
        if (owned) {
            owned = false;
            start = end;
            end += 2;
            hash = FACTOR;
            letters = 1;
            joined = true;
            return true;
        }
        var at = end;
        joined = letters > 0;
        for (; at < length; at++) {
            var kind = LetterFold.fold(text[at]);
            if (kind >= LetterFold.PAIRS) {
                break;
            }
            joined &= kind != LetterFold.BREAK && (kind != LetterFold.PERIOD || letters <= LONGEST_ABBREVIATION);
        }
        joined &= at - end <= LONGEST_GAP;
        if (at < length) {
            read(at);
        }
        return at < length;
    }

    /** Where the word that begins there ends, with its possessive; most are nothing but letters and need not be read. */
    int endOfWord(int from) {
        var at = from + 1;
        while (LetterFold.fold(text[at]) >= LetterFold.PAIRS) {
            at++;
        }
        var kind = LetterFold.fold(text[at]);
        if (kind != LetterFold.APOSTROPHE && kind != LetterFold.SKIP) {
            return at;
        }
        read(from);
        return next();
    }

    /** Reads the word that begins there. */
    void read(int from) {
        start = from;
        hash = 0;
        letters = 0;
        owned = false;
        var at = from;
        for (; at < length; at++) {
            var kind = LetterFold.fold(text[at]);
            if (kind >= LetterFold.LETTERS) {
                add(kind);
            } else if (kind >= LetterFold.PAIRS) {
                add(LetterFold.first(kind));
                add(LetterFold.second(kind));
            } else if (kind == LetterFold.APOSTROPHE ? endsAtApostrophe(at) : kind != LetterFold.SKIP) {
                break;
            }
        }
        end = at;
    }

    private void add(char letter) {
        hash = (hash + letter) * FACTOR;
        hash ^= hash >>> 29;
        letters++;
    }

    /** "Sana'a" is one word, "d'Ivoire" two, and "Kabul's" is "Kabul" and a possessive. */
    private boolean endsAtApostrophe(int at) {
        var next = LetterFold.fold(text[at + 1]);
        owned = next == 's' && LetterFold.fold(text[at + 2]) < LetterFold.PAIRS;
        return owned || next < LetterFold.PAIRS || letters == 1;
    }
}
