package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.MINISTRY;

import io.missionwatch.enrich.events.words.WordClass;

/** Reads where an event took place: the places of its clause after a preposition of place, then those of its sentence. */
final class Settings {

    private Settings() {}

    static void read(Draft draft) {
        var line = draft.line;
        if (!line.names().places()) {
            return;
        }
        int origin = draft.hit().end();
        for (int at = origin; at < line.size(); at++) {
            take(draft, at);
        }
        for (int at = draft.hit().first() - 1; at >= 0; at--) {
            take(draft, at);
        }
    }

    private static void take(Draft draft, int at) {
        var line = draft.line;
        int place = line.place(at);
        if (place == Line.NOBODY || draft.places.contains(place) || (line.isMission(at) && !line.isMission(at - 1))) {
            return;
        }
        int before = at - 1;
        while (line.has(before)
                && (line.place(before) == place || line.word(before).equals("the"))) {
            before--;
        }
        boolean located = line.is(before, WordClass.TARGET_PREPOSITION)
                || line.word(before).equals(",")
                || line.word(before).equals("of")
                || line.word(before).equals("between");
        if (located && !(line.word(before).equals("in") && line.is(before - 1, MINISTRY))) {
            draft.places.add(place);
        }
    }
}
