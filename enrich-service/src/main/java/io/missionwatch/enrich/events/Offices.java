package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.DETERMINER;
import static io.missionwatch.enrich.events.words.WordClass.LINK;
import static io.missionwatch.enrich.events.words.WordClass.NEUTRAL;
import static io.missionwatch.enrich.events.words.WordClass.OFFICE_WORK;
import static io.missionwatch.enrich.events.words.WordClass.PEOPLE;
import static io.missionwatch.enrich.events.words.WordClass.STAFF;
import static io.missionwatch.enrich.events.words.WordClass.TARGET_PREPOSITION;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.words.Trigger;
import java.util.List;
import java.util.stream.Stream;

/** Finds the missions that close, leave or move: what they do as offices and is done to nobody else. */
final class Offices {

    private final Line line;
    private final Targets targets;

    Offices(Line line, Targets targets) {
        this.line = line;
        this.targets = targets;
    }

    /** What missions do as offices is told with the mission on either side: "the embassy closed", "closed its embassy". */
    List<Integer> missions(Clause clause, Trigger trigger) {
        int first = clause.hit().first();
        int end = clause.hit().end();
        var gap = targets.inGap(clause.hit());
        var right = trigger.type() == EventType.EVACUATION ? targets.leaving(end) : targets.right(end, true);
        if (!gap.isEmpty()) {
            return trigger.type() == EventType.EVACUATION ? both(gap, right) : gap;
        }
        if (!right.isEmpty() && (mayBePlaced(trigger) || direct(end, right.get(0)))) {
            return right;
        }
        return movesSomethingElse(clause, trigger)
                ? List.of()
                : targets.subject(first, clause.first()).stream()
                        .filter(at -> !isBeside(at))
                        .toList();
    }

    /** "flown diplomats out of the embassy". */
    private static List<Integer> both(List<Integer> one, List<Integer> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** "Bins outside the embassy were emptied": what is beside a mission is none of it. */
    private boolean isBeside(int mission) {
        return switch (line.word(Prepositions.before(line, mission))) {
            case "outside", "near", "opposite", "behind", "beside", "around", "alongside" -> true;
            default -> false;
        };
    }

    /** "The embassy has moved its bins": only a mission itself, its people and its work relocate. */
    private boolean movesSomethingElse(Clause clause, Trigger trigger) {
        int at = clause.hit().end();
        if (trigger.type() != EventType.RELOCATION || clause.passive() >= 0 || !line.is(at, DETERMINER)) {
            return false;
        }
        for (int next = at + 1; next < at + 4; next++) {
            boolean office = line.isAny(next, STAFF, LINK) || line.is(next, OFFICE_WORK);
            if (office || line.isMission(next)) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayBePlaced(Trigger trigger) {
        return trigger.type() != EventType.CLOSURE && trigger.type() != EventType.RELOCATION;
    }

    /** No preposition of place stands between: "closed the embassy", not "closed the road near the embassy". */
    private boolean direct(int from, int mission) {
        for (int at = from; at < mission; at++) {
            boolean atWork = line.word(at).equals("at") || line.word(at).equals("in");
            if (line.is(at, TARGET_PREPOSITION) && !atWork) {
                return false;
            }
        }
        return true;
    }

    /** "the evacuation of a school near the consulate": neither its people nor its house. */
    boolean isOfOthers(int from) {
        if (!line.word(from).equals("of")) {
            return false;
        }
        for (int at = from + 1; line.has(at) && !line.is(at, TARGET_PREPOSITION); at++) {
            boolean person = line.isAny(at, STAFF, PEOPLE) || line.isActor(at);
            boolean name = line.token(at).isCapitalised() || line.token(at).isNumber();
            if (person || name || line.isMission(at) || line.isAny(at, LINK, NEUTRAL) || line.isPunctuation(at)) {
                return false;
            }
        }
        return true;
    }
}
