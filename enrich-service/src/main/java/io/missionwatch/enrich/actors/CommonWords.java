package io.missionwatch.enrich.actors;

import io.missionwatch.enrich.text.Resources;
import java.util.Locale;
import java.util.Set;

/** Names that are also everyday words, and so tell nothing in a text set in capitals. */
final class CommonWords {

    private static final Set<String> WORDS = Set.copyOf(Resources.lines("actors/common-words.txt"));

    private CommonWords() {}

    static boolean has(String name) {
        return WORDS.contains(name.toLowerCase(Locale.ROOT));
    }
}
