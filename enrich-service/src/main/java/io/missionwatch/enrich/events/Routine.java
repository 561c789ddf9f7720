package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.DANGER;
import static io.missionwatch.enrich.events.words.WordClass.ROUTINE;

import io.missionwatch.enrich.events.facets.EventType;

/** Tells a closure that nothing threatens: for a feast, for works, to save money. */
final class Routine {

    private Routine() {}

    /** Whether a draft is no more than an office's everyday. */
    static boolean tells(Draft draft) {
        return draft.type == EventType.CLOSURE && draft.line.has(ROUTINE) && !draft.line.has(DANGER);
    }
}
