package io.missionwatch.enrich.explain;

/** What of a text from outside may be shown: no control, and no mark that turns the direction of what follows. */
final class Shown {

    private static final int JOINER = 0x200d;
    private static final int NON_JOINER = 0x200c;

    private Shown() {}

    /** A text without what may not be shown. */
    static String of(String words) {
        var shown = new StringBuilder(words.length());
        words.codePoints().filter(Shown::mayBe).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** Blanks of lines and tables stay, and the joiners that Persian and Indian words are written with. */
    static boolean mayBe(int c) {
        boolean isFormat = Character.getType(c) == Character.FORMAT && c != JOINER && c != NON_JOINER;
        return c == '\n' || c == '\t' || !(Character.isISOControl(c) || isFormat);
    }
}
