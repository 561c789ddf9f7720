package io.missionwatch.enrich.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text in plain characters: one kind of blank, quote and dash, ligatures and presentation forms taken apart, invisible marks
 * gone. Remembers where each character came from.
 */
final class Normalised {

    /** No letter's form is longer, not even those that stand for a phrase. */
    private static final int LONGEST_FORM = 24;

    private static final int NOT_ONE = -1;
    private static final char FIRST_ACCENT = 0x300;
    private static final char LAST_ACCENT = 0x36f;

    private final String original;
    private final char[] letters;
    /** Where each letter came from; none where all stand as they stood. */
    private final int[] origins;

    private Normalised(String original, char[] letters, int[] origins) {
        this.original = original;
        this.letters = letters;
        this.origins = origins;
    }

    static Normalised of(String original) {
        var letters = original.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            char c = letters[i];
            if (!stays(c)) {
                int other = inPlace(c);
                if (other == NOT_ONE) {
                    return rewritten(original);
                }
                letters[i] = (char) other;
            }
        }
        return new Normalised(original, letters, new int[0]);
    }

    /** The one letter that stands for another. */
    private static int inPlace(char c) {
        if (isAccent(c)) {
            return NOT_ONE;
        }
        var other = rewritten(c);
        return other.length() == 1 ? other.charAt(0) : NOT_ONE;
    }

    private static boolean stays(char c) {
        return plain(c) || (c >= 0xc0 && c < 0x200);
    }

    private static Normalised rewritten(String original) {
        char[] out = new char[original.length() + 16];
        int[] origins = new int[out.length + 1];
        int length = 0;
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            if (stays(c)) {
                out[length] = c;
                origins[length++] = i;
            } else if (length > 0 && isAccent(c) && composes(out[length - 1], c)) {
                out[length - 1] = composed(out[length - 1], c).charAt(0);
            } else {
                var other = rewritten(c);
                for (int k = 0; k < other.length(); k++) {
                    out[length] = other.charAt(k);
                    origins[length++] = i;
                }
            }
            if (length + LONGEST_FORM >= out.length) {
                out = Arrays.copyOf(out, out.length * 2);
                origins = Arrays.copyOf(origins, out.length + 1);
            }
        }
        origins[length] = original.length();
        return new Normalised(original, Arrays.copyOf(out, length), origins);
    }

    private static boolean isAccent(char c) {
        return c >= FIRST_ACCENT && c <= LAST_ACCENT;
    }

    private static boolean composes(char letter, char accent) {
        return composed(letter, accent).length() == 1;
    }

    private static String composed(char letter, char accent) {
        return Normalizer.normalize(new String(new char[] {letter, accent}), Normalizer.Form.NFC);
    }

    private static boolean plain(char c) {
        return c < 0x7f;
    }

    private static String rewritten(char c) {
        if (invisible(c)) {
            return "";
        }
        if (Character.isSpaceChar(c) || c == 0x85) {
            return c == 0x2028 || c == 0x2029 || c == 0x85 ? "\n" : " ";
        }
        return presentationForm(c) ? letters(c) : mark(c);
    }

    private static boolean invisible(char c) {
        return c == 0xad
                || c == 0x640
                || c == 0x34f
                || c == 0x61c
                || c == 0x180e
                || (c >= 0xfe00 && c <= 0xfe0f)
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

    private static String mark(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u201a', '\u201b', '\u02bc', '\u02bb', '\u2032', '\u00b4' -> "'";
            case '\u201c', '\u201d', '\u201e', '\u201f', '\u00ab', '\u00bb', '\u2033', '\u2039', '\u203a' -> "\"";
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212', '\u2043' -> "-";
            case '\u2015' -> "\u2014";
            default -> String.valueOf(c);
        };
    }

    /** The letters of the plain text. */
    char[] letters() {
        return letters;
    }

    /** The index in the original text of a character, or of the end, of this one. */
    int origin(int index) {
        return origins.length == 0 ? index : origins[index];
    }

    /** The end in the original of a stretch that ends here before the character of the given index, with the accents on it. */
    int originEnd(int index) {
        if (index == 0 || origins.length == 0) {
            return index;
        }
        int end = origins[index - 1] + 1;
        for (int i = end; i < origins[index]; i++) {
            if (isAccent(original.charAt(i))) {
                end = i + 1;
            }
        }
        return end;
    }
}
