package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.REPORT;

import io.missionwatch.enrich.events.facets.EventType;
import java.util.Set;

/** Tells what holds of all attacks from the news of one. */
final class Generics {

    private static final Set<String> BEFORE_GENERIC = Set.of("that", ",", "such", "terrorist", "violent");
    private static final Set<String> ALWAYS =
            Set.of("are", "violate", "must", "should", "cannot", "remain", "never", "constitute", "often", "rarely");

    private Generics() {}

    /** "Attacks on embassies violate the law": a bare plural with a verb of always. */
    static boolean speaks(Draft draft) {
        var line = draft.line;
        int first = draft.hit().first();
        boolean plural = line.word(draft.hit().end() - 1).endsWith("s");
        boolean bare = first == 0 || line.is(first - 1, REPORT) || BEFORE_GENERIC.contains(line.word(first - 1));
        if (!plural || !bare || draft.type != EventType.ATTACK) {
            return false;
        }
        for (int at = draft.hit().end(); at < Math.min(line.size(), first + 14); at++) {
            if (ALWAYS.contains(line.word(at))) {
                return true;
            }
        }
        return false;
    }
}
