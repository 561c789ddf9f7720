package io.missionwatch.enrich.text;

import java.text.Normalizer;

/**
 * A text in plain characters: one kind of blank, quote and dash, ligatures and presentation forms taken apart, invisible marks
 * gone. Remembers where each character came from.
 */
final class Normalised {

    private final String text;
    private final int[] origins;

    private Normalised(String text, int[] origins) {
        this.text = text;
        this.origins = origins;
    }

    static Normalised of(String original) {
        int i = 0;
        while (i < original.length() && plain(original.charAt(i))) {
            i++;
        }
        return i == original.length() ? new Normalised(original, new int[0]) : rewritten(original);
    }

    private static Normalised rewritten(String original) {
        var out = new StringBuilder(original.length() + 16);
        int[] origins = new int[original.length() + 17];
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            int before = out.length();
            append(out, c);
            if (out.length() >= origins.length) {
                origins = java.util.Arrays.copyOf(origins, origins.length * 2);
            }
            for (int k = before; k < out.length(); k++) {
                origins[k] = i;
            }
        }
        origins[out.length()] = original.length();
        return new Normalised(out.toString(), origins);
    }

    private static boolean plain(char c) {
        return c < 0x7f;
    }

    private static void append(StringBuilder out, char c) {
        if (plain(c) || (c >= 0xc0 && c < 0x200)) {
            out.append(c);
        } else if (invisible(c)) {
            return;
        } else if (Character.isSpaceChar(c) || c == 0x85) {
            out.append(c == 0x2028 || c == 0x2029 || c == 0x85 ? '\n' : ' ');
        } else if (presentationForm(c)) {
            out.append(letters(c));
        } else {
            out.append(mark(c));
        }
    }

    private static boolean invisible(char c) {
        return c == 0xad
                || c == 0x640
                || c == 0xfeff
                || (c >= 0x200b && c <= 0x200f)
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x2069);
    }

    /** Latin and Arabic ligatures, positional Arabic letters, full-width Latin. */
    private static boolean presentationForm(char c) {
        return (c >= 0xfb00 && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc) || (c >= 0xff01 && c <= 0xff5e);
    }

    /** The letters of a form; one that stands for a whole phrase stays as it is, for its words would all be in one place. */
    private static String letters(char c) {
        var letters = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        return letters.codePoints().allMatch(Character::isLetterOrDigit) || letters.length() == 1
                ? letters
                : String.valueOf(c);
    }

    private static char mark(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u201a', '\u201b', '\u02bc', '\u02bb', '\u2032', '\u00b4' -> '\'';
            case '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb', '\u2033', '\u2039', '\u203a' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212', '\u2043' -> '-';
            case '\u2015' -> '\u2014';
            default -> c;
        };
    }

    String text() {
        return text;
    }

    /** The index in the original text of a character, or of the end, of this one. */
    int origin(int index) {
        return origins.length == 0 ? index : origins[index];
    }

    /** The end in the original of a stretch that ends here before the character of the given index. */
    int originEnd(int index) {
        return index == 0 || origins.length == 0 ? index : origins[index - 1] + 1;
    }
}
