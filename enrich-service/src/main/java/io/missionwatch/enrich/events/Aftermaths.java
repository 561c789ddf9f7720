package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.BE;
import static io.missionwatch.enrich.events.words.WordClass.DETERMINER;
import static io.missionwatch.enrich.events.words.WordClass.KILLED_VERB;
import static io.missionwatch.enrich.events.words.WordClass.NEGATION;
import static io.missionwatch.enrich.events.words.WordClass.REPORT;
import static io.missionwatch.enrich.events.words.WordClass.SCENE;
import static io.missionwatch.enrich.events.words.WordClass.WORKS_AT;
import static io.missionwatch.enrich.events.words.WordClass.WOUNDED_VERB;
import static io.missionwatch.enrich.events.words.WordClass.WRECKED;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Modality;
import io.missionwatch.enrich.events.facets.Temporal;
import io.missionwatch.enrich.events.words.WordClasses;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the mission of violence that an earlier line told without one: by what is left of it ("the front wall of the chancery is
 * gone") or by what the scene is said to be ("the post was that which guards Israel's embassy").
 */
final class Aftermaths {

    private static final int REACH = 12;
    private static final int SUBJECT = 6;

    private static final WordClasses HARMED = WordClasses.of(KILLED_VERB, WOUNDED_VERB);
    private static final WordClasses TELLING = HARMED.and(WordClasses.of(WRECKED, SCENE));

    private Aftermaths() {}

    /** Gives the last violence before a line the missions that the line says it struck, unless the line tells of violence itself. */
    static void read(Line line, List<Draft> told, List<Telling> before, Cast cast) {
        boolean other = told.stream()
                .anyMatch(draft ->
                        draft.type.isViolent() && (!draft.missions.isEmpty() || draft.temporal == Temporal.BACKGROUND));
        if (other || !line.hasAny(TELLING)) {
            return;
        }
        for (var telling : before) {
            if (isOpen(telling, line)) {
                var missions = struck(line, cast);
                if (!missions.isEmpty()) {
                    telling.struck(missions);
                }
                return;
            }
        }
    }

    private static boolean isOpen(Telling telling, Line line) {
        return telling.type() == EventType.ATTACK
                && telling.missions().isEmpty()
                && telling.modality() == Modality.ASSERTED
                && telling.temporal() != Temporal.BACKGROUND
                && telling.first().line.number() < line.number();
    }

    private static List<Integer> struck(Line line, Cast cast) {
        var missions = new ArrayList<Integer>();
        for (int at = 0; at < line.size(); at++) {
            if (line.isMission(at)) {
                int end = line.endOfMission(at);
                boolean site = isSite(cast, line.mission(at));
                if (site && isLeft(line, at, end) || !site && isHarmed(line, at, end) || isScene(line, at)) {
                    missions.addAll(line.missionsAt(at));
                }
                at = end - 1;
            }
        }
        return missions;
    }

    private static boolean isSite(Cast cast, int mission) {
        return switch (cast.mission(mission).type()) {
            case DIPLOMATIC_PERSONNEL, INTERNATIONAL_ORGANISATION -> false;
            default -> true;
        };
    }

    /** "six peacekeepers are dead", "two diplomats are among the wounded". */
    private static boolean isHarmed(Line line, int start, int end) {
        for (int at = end; at < Math.min(line.size(), end + REACH) && !line.isStop(at); at++) {
            if (line.is(at, REPORT) || line.is(at, NEGATION)) {
                return false;
            }
            if (line.isAny(at, HARMED)) {
                return line.anyOf(BE, end, at) && !line.anyOf(NEGATION, start - SUBJECT, start);
            }
        }
        return false;
    }

    /** A word of damage in the statement that the mission is part of. */
    private static boolean isLeft(Line line, int start, int end) {
        for (int at = end; at < Math.min(line.size(), end + REACH) && !line.isPunctuation(at); at++) {
            if (line.is(at, WRECKED)) {
                return !line.anyOf(NEGATION, start - SUBJECT, at);
            }
        }
        for (int at = start - 1; at >= Math.max(0, start - REACH) && !line.isPunctuation(at); at--) {
            if (line.is(at, WRECKED)) {
                return !line.anyOf(NEGATION, at - 3, start);
            }
        }
        return false;
    }

    /** "the building houses the consulate", "the dead man was a driver of the embassy", "the post ... which guards the embassy". */
    private static boolean isScene(Line line, int mission) {
        for (int at = mission - 1; at >= Math.max(1, mission - REACH); at--) {
            if (line.isStop(at) || line.word(at).equals(",") && !line.anyOf(WORKS_AT, at, mission)) {
                return false;
            }
            if (line.is(at, SCENE) && isDefinite(line, at) && saysWhatItIs(line, at + 1, mission)) {
                return !line.anyOf(NEGATION, at, mission);
            }
        }
        return false;
    }

    /** "was a driver of", "houses", "was that which guards": nothing else is said of it in between. */
    private static boolean saysWhatItIs(Line line, int from, int mission) {
        boolean tied = false;
        for (int at = from; at < mission; at++) {
            boolean works = line.is(at, WORKS_AT);
            tied |= works || line.is(at, BE);
            if (!works && !line.is(at, BE) && line.word(at).endsWith("ed")) {
                return false;
            }
        }
        return tied;
    }

    private static boolean isDefinite(Line line, int noun) {
        for (int at = noun - 1; at >= Math.max(0, noun - 3); at--) {
            if (line.is(at, DETERMINER)) {
                return !line.word(at).equals("a")
                        && !line.word(at).equals("an")
                        && !line.word(at).equals("any");
            }
        }
        return false;
    }
}
