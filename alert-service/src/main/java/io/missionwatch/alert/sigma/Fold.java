package io.missionwatch.alert.sigma;

/** The form of a text under which Sigma compares without case. One character stays one, so that positions hold. */
final class Fold {
    private Fold() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (fold(text.charAt(i)) != text.charAt(i)) {
                return folded(text, i);
            }
        }
        return text;
    }

    private static String folded(String text, int from) {
        var chars = text.toCharArray();
        for (int i = from; i < chars.length; i++) {
            chars[i] = fold(chars[i]);
        }
        return new String(chars);
    }

    static char fold(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /** All five characters that can start an option on a Windows command line become the hyphen. */
    static String dashes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isDash(text.charAt(i)) && text.charAt(i) != '-') {
                return dashed(text, i);
            }
        }
        return text;
    }

    private static String dashed(String text, int from) {
        var chars = text.toCharArray();
        for (int i = from; i < chars.length; i++) {
            chars[i] = isDash(chars[i]) ? '-' : chars[i];
        }
        return new String(chars);
    }

    static boolean isDash(int c) {
        return c == '-' || c == '/' || c == '\u2013' || c == '\u2014' || c == '\u2015';
    }
}
