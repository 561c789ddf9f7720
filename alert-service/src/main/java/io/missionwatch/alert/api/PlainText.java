package io.missionwatch.alert.api;

/** Text of a feed without the characters that nobody sees and that do something: controls, and those that turn text around. */
final class PlainText {

    private PlainText() {}

    /** Line breaks become line feeds, other controls blanks; marks of direction are left out. */
    static String of(String text) {
        var plain = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(letter -> {
            if (!turnsAround(letter)) {
                plain.appendCodePoint(Character.isISOControl(letter) && letter != '\n' ? ' ' : letter);
            }
        });
        return plain.toString();
    }

    /** Embeddings, overrides and isolates of the bidirectional algorithm, its marks, and tag characters. */
    private static boolean turnsAround(int letter) {
        return (letter >= 0x202A && letter <= 0x202E)
                || (letter >= 0x2066 && letter <= 0x2069)
                || letter == 0x200E
                || letter == 0x200F
                || letter == 0x061C
                || letter == 0xFEFF
                || (letter >= 0xE0000 && letter <= 0xE007F);
    }
}
