package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.COUNT;
import static io.missionwatch.enrich.events.words.WordClass.DETERMINER;
import static io.missionwatch.enrich.events.words.WordClass.HAVE;
import static io.missionwatch.enrich.events.words.WordClass.MANY;
import static io.missionwatch.enrich.events.words.WordClass.MANY_TARGETS;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Temporal;

/** Tells "has staged several attacks on embassies" from one event: it is what somebody is known for. */
final class Series {

    private static final int PERFECT_REACH = 8;
    private static final int REACH = 5;

    private Series() {}

    /** Whether a draft tells of many events at once, which it then has as background. */
    static boolean tells(Draft draft) {
        var line = draft.line;
        int first = draft.hit().first();
        if (!line.anyOf(HAVE, first - PERFECT_REACH, first)) {
            return false;
        }
        for (int at = Math.max(0, first - REACH);
                at < Math.min(line.size(), draft.hit().end() + REACH);
                at++) {
            boolean targets = draft.type == EventType.ATTACK && line.is(at, MANY_TARGETS) && !counted(line, at);
            if (line.is(at, MANY) || targets) {
                draft.series = true;
                draft.is(Temporal.BACKGROUND, "iterated", at);
                return true;
            }
        }
        return false;
    }

    /** "has abducted two diplomats", "has stormed the embassies": these and no others. */
    private static boolean counted(Line line, int targets) {
        for (int at = targets - 1; at >= Math.max(0, targets - REACH + 1); at--) {
            if (line.token(at).isNumber() || line.is(at, COUNT) || line.is(at, DETERMINER)) {
                return true;
            }
            if (line.isPunctuation(at) || line.triggers(at)) {
                return false;
            }
        }
        return false;
    }
}
