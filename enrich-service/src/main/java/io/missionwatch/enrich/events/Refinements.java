package io.missionwatch.enrich.events;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Means;
import io.missionwatch.enrich.events.words.WordClass;
import io.missionwatch.enrich.missions.MissionTag;
import io.missionwatch.enrich.missions.MissionType;

/** Says what a trigger means now that it is known whom it concerns: people are not stormed, and others' are not evacuated. */
final class Refinements {

    private static final int PERSON_REACH = 4;

    private final Cast cast;

    Refinements(Cast cast) {
        this.cast = cast;
    }

    void refine(Draft draft) {
        boolean seized = draft.means == Means.STORMING
                && draft.line.word(draft.hit().first()).startsWith("seiz");
        if (seized && arePeople(draft)) {
            draft.means = Means.KIDNAPPING;
        }
        if (draft.means == Means.STORMING && draft.line.anyOf(WordClass.COMPUTING, 0, draft.line.size())) {
            draft.means = Means.CYBER;
        }
        if (isGuarded(draft)) {
            draft.type = EventType.ATTACK_FOILED;
        }
        if (isToldToGo(draft) || isQuarrel(draft)) {
            draft.type = EventType.EXPULSION;
        }
    }

    /** "Guards shot a man who ran at the gate": who guards a mission shoots at those who come at it. */
    private static boolean isGuarded(Draft draft) {
        var line = draft.line;
        int subject = draft.hit().first() - 1;
        while (line.is(subject, WordClass.ADVERB)) {
            subject--;
        }
        if (draft.means != Means.ARMED_ASSAULT
                || draft.type != EventType.ATTACK
                || draft.missions.isEmpty()
                || draft.clause.passive() >= 0
                || !line.is(subject, WordClass.FORCES)) {
            return false;
        }
        int intruder = line.rightOf(draft.hit().end(), WordClass.PERPETRATOR, PERSON_REACH);
        return intruder >= 0
                && !line.anyOf(WordClass.TARGET_PREPOSITION, draft.hit().end(), intruder);
    }

    private boolean arePeople(Draft draft) {
        return !draft.missions.isEmpty()
                && draft.missions.stream()
                        .allMatch(mission -> cast.mission(mission).type() == MissionType.DIPLOMATIC_PERSONNEL);
    }

    /** "Moscow ordered four Bulgarian diplomats to leave": a state evacuates its own people, others' it expels. */
    private boolean isToldToGo(Draft draft) {
        var line = draft.line;
        boolean told = draft.type == EventType.EVACUATION && line.is(draft.hit().first(), WordClass.COMMANDS)
                || draft.type == EventType.WARNING
                        && line.word(draft.hit().end() - 1).equals("leave");
        return told && draft.missions.stream().map(cast::mission).anyMatch(mission -> orders(draft, mission));
    }

    /** "withdrew 41 diplomats after Delhi threatened their immunity": they make room, they do not flee. */
    private static boolean isQuarrel(Draft draft) {
        return draft.type == EventType.EVACUATION
                && draft.line.has(WordClass.QUARREL)
                && !draft.line.has(WordClass.DANGER);
    }

    private boolean orders(Draft draft, MissionTag mission) {
        var host = mission.hostState();
        if (host.isEmpty() || mission.sendingState().isEmpty()) {
            return false;
        }
        for (int at = draft.clause.first(); at < draft.hit().first(); at++) {
            if (draft.line.isActor(at)
                    && cast.actor(draft.line.actor(at)).country().equals(host)) {
                return true;
            }
            int place = draft.line.place(at);
            if (place != Line.NOBODY
                    && cast.place(place).place().countryCode().equals(host.get())
                    && at == draft.clause.first()) {
                return true;
            }
        }
        return false;
    }
}
