package io.missionwatch.enrich.text;

/** Tells a text set in capitals from one where case means something. */
final class Caseless {

    private static final int FEWEST_LETTERS = 12;
    private static final int SAMPLE = 20_000;

    private Caseless() {}

    static boolean test(String text) {
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < Math.min(text.length(), SAMPLE); i++) {
            char c = text.charAt(i);
            upper += Character.isUpperCase(c) ? 1 : 0;
            lower += Character.isLowerCase(c) ? 1 : 0;
        }
        return upper >= FEWEST_LETTERS && upper >= 9 * lower;
    }
}
