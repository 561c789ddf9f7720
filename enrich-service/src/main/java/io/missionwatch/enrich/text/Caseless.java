package io.missionwatch.enrich.text;

/** Tells a text set in capitals from one where case means something. */
public final class Caseless {

    private static final int FEWEST_LETTERS = 12;
    private static final int UPPER_TO_LOWER = 9;
    private static final int SAMPLE = 20_000;

    private Caseless() {}

    static boolean test(String text) {
        return test(text, SAMPLE);
    }

    /** Whether so many letters at the beginning of a text are in capitals; one look at a ninth of most texts tells that they are not. */
    public static boolean test(CharSequence text, int sample) {
        int end = Math.min(text.length(), sample);
        int upper = 0;
        int lower = 0;
        for (int i = 0; i < end && lower * UPPER_TO_LOWER <= end; i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                lower++;
            } else if (Character.isUpperCase(c)) {
                upper++;
            }
        }
        return upper >= FEWEST_LETTERS && upper >= UPPER_TO_LOWER * lower;
    }
}
