package io.missionwatch.enrich.text;

/** The months as English news writes them, whole or cut short. */
public final class Months {

    private static final WordSet NAMES = WordSet.read("text/months.txt");

    private Months() {}

    /** Whether a word is the name of a month; {@code may} is one wherever it stands. */
    public static boolean isMonth(Token word) {
        return NAMES.has(word);
    }
}
