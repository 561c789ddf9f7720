package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.BEFORE_GENERIC;
import static io.missionwatch.enrich.events.words.WordClass.IN_GENERAL;
import static io.missionwatch.enrich.events.words.WordClass.REPORT;

import io.missionwatch.enrich.events.facets.EventType;

/** Tells what holds of all attacks from the news of one. */
final class Generics {

    private Generics() {}

    /** "Attacks on embassies violate the law": a bare plural with a verb of always. */
    static boolean speaks(Draft draft) {
        var line = draft.line;
        int first = draft.hit().first();
        boolean plural = line.word(draft.hit().end() - 1).endsWith("s");
        boolean bare = first == 0 || line.is(first - 1, REPORT) || line.is(first - 1, BEFORE_GENERIC);
        if (!plural || !bare || draft.type != EventType.ATTACK) {
            return false;
        }
        for (int at = draft.hit().end(); at < Math.min(line.size(), first + 14); at++) {
            if (line.is(at, IN_GENERAL)) {
                return true;
            }
        }
        return false;
    }
}
