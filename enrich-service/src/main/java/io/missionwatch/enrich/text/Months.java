package io.missionwatch.enrich.text;

import java.util.Set;

/** The months as English news writes them, whole or cut short. */
public final class Months {

    private static final Set<String> NAMES = Set.copyOf(Resources.lines("text/months.txt"));

    private Months() {}

    /** Whether a word is the name of a month; {@code may} is one wherever it stands. */
    public static boolean isMonth(Token word) {
        return NAMES.contains(word.lower());
    }
}
