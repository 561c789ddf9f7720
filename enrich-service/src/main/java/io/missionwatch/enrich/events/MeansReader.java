package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.BURNING;
import static io.missionwatch.enrich.events.words.WordClass.BURSTS;
import static io.missionwatch.enrich.events.words.WordClass.DRONE;
import static io.missionwatch.enrich.events.words.WordClass.EXPLOSIVE;
import static io.missionwatch.enrich.events.words.WordClass.PROJECTILE;
import static io.missionwatch.enrich.events.words.WordClass.SHOOTING;
import static io.missionwatch.enrich.events.words.WordClass.SUICIDE;
import static io.missionwatch.enrich.events.words.WordClass.THROWING;
import static io.missionwatch.enrich.events.words.WordClass.UNARMED;
import static io.missionwatch.enrich.events.words.WordClass.VEHICLE;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Means;
import io.missionwatch.enrich.events.words.WordClasses;

/** Reads how an attack was or would be done, from the weapons that its clause names. */
final class MeansReader {

    private static final int REACH = 14;
    private static final WordClasses WORDS =
            WordClasses.of(SUICIDE, VEHICLE, DRONE, PROJECTILE, BURNING, EXPLOSIVE, SHOOTING, THROWING);

    private MeansReader() {}

    static void read(Draft draft) {
        if (!draft.type.isViolent() && draft.type != EventType.WARNING) {
            return;
        }
        int from = Math.max(draft.clause.first(), draft.first - REACH);
        int to = Math.min(draft.clause.end(), draft.end + REACH);
        for (int at = from; draft.line.hasAny(WORDS) && at < to; at++) {
            var means = of(draft.line, at);
            if (means != Means.UNKNOWN && means.compareTo(draft.means) < 0) {
                draft.means = means;
                draft.reason("means", "weapon", at);
            }
        }
    }

    /** An attack of which its own clause names no means has those that the rest of the sentence names. */
    static void readBeyond(Draft draft) {
        if (draft.type != EventType.ATTACK || draft.means != Means.UNKNOWN || !draft.line.has(SHOOTING)) {
            return;
        }
        for (int at = draft.end; at < draft.line.size() && !draft.line.isStop(at); at++) {
            if (draft.line.is(at, SHOOTING)) {
                draft.means = Means.ARMED_ASSAULT;
                draft.reason("means", "weapon", at);
                return;
            }
        }
    }

    private static Means of(Line line, int at) {
        if (!line.isAny(at, WORDS)) {
            return Means.UNKNOWN;
        }
        if (line.is(at, SUICIDE)) {
            return Means.SUICIDE;
        }
        if (line.is(at, VEHICLE)) {
            boolean bomb = line.is(at + 1, EXPLOSIVE)
                    || line.is(at + 1, BURSTS)
                    || line.word(at).contains("bomb")
                    || loaded(line, at);
            return bomb ? Means.VEHICLE_BOMB : Means.UNKNOWN;
        }
        if (line.is(at, DRONE)) {
            return Means.DRONE;
        }
        if (line.is(at, PROJECTILE)) {
            return Means.ROCKET_OR_MORTAR;
        }
        if (line.is(at, BURNING)
                && !line.is(at + 1, UNARMED)
                && !(line.word(at).startsWith("fire") && line.word(at - 1).equals("open"))) {
            boolean bomb = line.word(at + 1).startsWith("bomb");
            return line.word(at).equals("fire") && !bomb ? Means.UNKNOWN : Means.ARSON;
        }
        if (line.is(at, EXPLOSIVE)) {
            return Means.IED;
        }
        if (line.is(at, SHOOTING)) {
            return Means.ARMED_ASSAULT;
        }
        return line.is(at, THROWING) ? Means.VANDALISM : Means.UNKNOWN;
    }

    /** "a car laced with dynamite", "a van containing explosives". */
    private static boolean loaded(Line line, int at) {
        int filled = -1;
        for (int right = at + 1; right < at + 5; right++) {
            switch (line.word(right)) {
                case "laden",
                        "packed",
                        "loaded",
                        "filled",
                        "laced",
                        "containing",
                        "stuffed",
                        "carrying",
                        "rigged",
                        "full" -> filled = right;
                default -> {}
            }
        }
        return filled >= 0 && line.rightOf(filled, EXPLOSIVE, 12) >= 0;
    }
}
