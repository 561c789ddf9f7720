package io.missionwatch.enrich.text;

/**
 * A number that stands for a word in small letters: for one of a few English letters and digits its own, from which the word could be
 * read again; for any other one that is below zero and that other words may have too.
 */
final class WordKey {

    /** That of no word, to which letters are added. */
    static final long NONE = 0;
    /** As many letters as a number has room for. */
    static final int MOST_LETTERS = 12;

    private static final int LETTERS = 26;
    private static final int SYMBOLS = 37;
    /** The bit that tells the small letters of English from the capitals. */
    private static final int SMALL = 0x20;

    private WordKey() {}

    static long of(String lower) {
        long key = NONE;
        for (int at = 0; at < lower.length(); at++) {
            char c = lower.charAt(at);
            if (at == MOST_LETTERS || !isPlain(c) || isCapital(c)) {
                return shared(lower);
            }
            key = with(key, c);
        }
        return key == NONE ? shared(lower) : key;
    }

    private static long shared(String lower) {
        return Long.MIN_VALUE | lower.hashCode();
    }

    /** The key of a word with one letter or digit of English more, be it small or a capital. */
    static long with(long key, char letter) {
        int symbol = isEnglish(letter) ? (letter | SMALL) - 'a' : LETTERS + letter - '0';
        return key * SYMBOLS + symbol + 1;
    }

    /** No other word has it. */
    static boolean isWhole(long key) {
        return key >= 0;
    }

    /** A letter or digit of English. */
    static boolean isPlain(int c) {
        return isEnglish(c) || (c >= '0' && c <= '9');
    }

    /** A letter of English. */
    static boolean isEnglish(int c) {
        int small = c | SMALL;
        return small >= 'a' && small <= 'z';
    }

    static boolean isCapital(int c) {
        return c >= 'A' && c <= 'Z';
    }
}
