package io.missionwatch.enrich.names;

import java.text.Normalizer;

/**
 * Folds each UTF-16 unit to what names are compared by: lower case, without accents, one form for the letters that Arabic,
 * Persian and Urdu keyboards write differently. The values below {@link #LETTERS} say what else a unit can be.
 */
final class LetterFold {
    /** Ends a name: comma, bracket, quotation mark, line end. */
    static final char BREAK = 0;
    /** Parts the words of one name: space, hyphen. */
    static final char JOIN = 1;
    /** Counts for nothing: accents, vowel signs, soft hyphens. */
    static final char SKIP = 2;

    static final char APOSTROPHE = 3;
    static final char PERIOD = 4;
    /** From here on a value stands for two letters, see {@link #second}. */
    static final char PAIRS = 5;

    static final char LETTERS = 32;

    private static final String[] PAIR_OF = {"ss", "ae", "oe", "th"};
    private static final String PAIR_LETTERS = "ßæœþ";
    private static final String APOSTROPHES = "'\u2018\u2019\u02bb\u02bc\u02bd\u02be\u02bf`\u00b4\u2032\u05f3\uff07";
    private static final String JOINS =
            " \u00a0\u2009\u202f\u2007-\u2010\u2011\u2012\u2212\u00ad\ufe63\uff0d\u30fb\u00b7";
    private static final String FROM = "øłđðħıŋəɓɗƙىیېکةۀہھۃےؤئٱڪ";
    private static final String TO = "olddhinabdkيييكهههههيوياك";
    private static final char[] FOLDED = table();

    private LetterFold() {}

    static char fold(char unit) {
        return FOLDED[unit];
    }

    static char first(char pair) {
        return PAIR_OF[pair - PAIRS].charAt(0);
    }

    static char second(char pair) {
        return PAIR_OF[pair - PAIRS].charAt(1);
    }

    private static char[] table() {
        var table = new char[Character.MAX_VALUE + 1];
        for (var unit = 0; unit < table.length; unit++) {
            table[unit] = folded((char) unit);
        }
        return table;
    }

    private static char folded(char unit) {
        if (unit == '.') {
            return PERIOD;
        }
        if (APOSTROPHES.indexOf(unit) >= 0) {
            return APOSTROPHE;
        }
        if (unit != '\u00ad' && JOINS.indexOf(unit) >= 0) {
            return JOIN;
        }
        if (isSilent(unit)) {
            return SKIP;
        }
        return Character.isLetterOrDigit(unit) || unit == '&' ? letter(unit) : BREAK;
    }

    private static boolean isSilent(char unit) {
        var type = Character.getType(unit);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT || unit == '\u0640';
    }

    private static char letter(char unit) {
        var lower = Character.toLowerCase(unit == '\u0130' ? 'i' : unit);
        var pair = PAIR_LETTERS.indexOf(lower);
        if (pair >= 0) {
            return (char) (PAIRS + pair);
        }
        var base = decomposes(lower)
                ? Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD)
                        .charAt(0)
                : lower;
        var mapped = FROM.indexOf(base);
        return mapped >= 0 ? TO.charAt(mapped) : base;
    }

    /** Only alphabets whose accents may be left out; a Korean syllable is not the letter it begins with. */
    private static boolean decomposes(char unit) {
        return (unit >= 0xc0 && unit < 0x700) || (unit >= 0x1e00 && unit < 0x2000);
    }
}
