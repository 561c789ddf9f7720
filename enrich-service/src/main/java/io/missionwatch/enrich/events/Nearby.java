package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.CONJUNCTION;
import static io.missionwatch.enrich.events.words.WordClass.DUTY;
import static io.missionwatch.enrich.events.words.WordClass.LINK;
import static io.missionwatch.enrich.events.words.WordClass.MOVES;
import static io.missionwatch.enrich.events.words.WordClass.PEOPLE;
import static io.missionwatch.enrich.events.words.WordClass.PERSONAL;
import static io.missionwatch.enrich.events.words.WordClass.POSSESSIVE;
import static io.missionwatch.enrich.events.words.WordClass.PRONOUN;
import static io.missionwatch.enrich.events.words.WordClass.RELATIVE;
import static io.missionwatch.enrich.events.words.WordClass.REPORT;
import static io.missionwatch.enrich.events.words.WordClass.SITE;
import static io.missionwatch.enrich.events.words.WordClass.TARGET_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.VEHICLE;

import java.util.ArrayList;
import java.util.List;

/** Finds the missions that a clause means and does not name: before a relative, behind "it", at the head of the sentence. */
final class Nearby {

    private static final int SPEAKER_REACH = 5;
    private static final int DUTY_REACH = 12;
    private static final int SITE_REACH = 4;
    private static final int ENTRY_REACH = 6;

    private final Line line;

    Nearby(Line line) {
        this.line = line;
    }

    /** "the consul, who was seized": the mission right before the relative that opens the clause. */
    List<Integer> whoWas(Clause clause) {
        int relative = clause.first() - 1;
        int before = line.word(relative - 1).equals(",") ? relative - 2 : relative - 1;
        return line.is(relative, RELATIVE) && line.isMission(before) ? List.of(line.startOfMission(before)) : List.of();
    }

    /** "The ambassador was gravely ill in hospital after being shot": whom the whole sentence is about. */
    List<Integer> ofBeing(Clause clause) {
        boolean bare =
                clause.passive() == clause.first() && line.word(clause.first()).equals("being");
        return bare && line.partsClauses(clause.first() - 1) ? before(clause.first() - 1, true) : List.of();
    }

    /** "killed him as he was on guard duty at the embassy", "was shot while guarding the consulate". */
    List<Integer> onDuty(Clause clause) {
        int opener = clause.end();
        if (!line.partsClauses(opener)) {
            return List.of();
        }
        for (int at = opener + 1; at < Math.min(line.size(), opener + DUTY_REACH) && !line.isStop(at); at++) {
            if (line.isMission(at)) {
                return line.leftOf(at, DUTY, at - opener) >= 0 ? List.of(at) : List.of();
            }
            if (line.word(at).equals(",") || line.triggers(at)) {
                return List.of();
            }
        }
        return List.of();
    }

    /** "The embassy said it had received word of an attack and would be closed": what a mission says of itself. */
    List<Integer> speaker(Clause clause) {
        int report = clause.first() - 1;
        boolean ofItself = line.is(report, REPORT) && line.word(clause.first()).equals("it");
        for (int at = report - 1; ofItself && at >= Math.max(0, report - SPEAKER_REACH); at--) {
            if (line.isMission(at)) {
                return List.of(line.startOfMission(at));
            }
            if (line.isPunctuation(at) || line.partsClauses(at)) {
                return List.of();
            }
        }
        return List.of();
    }

    /** "Three offices were bombed: an airline, a library and the premises of the embassy". */
    List<Integer> listed(Clause clause) {
        int colon = clause.end();
        if (!line.word(colon).equals(":")) {
            return List.of();
        }
        var found = new ArrayList<Integer>();
        for (int at = colon + 1; line.has(at) && !line.isStop(at); at++) {
            if (line.isAny(at, Targets.PREDICATE) || line.triggers(at) || line.is(at, RELATIVE)) {
                return List.of();
            }
            if (line.isMission(at) && !line.isMission(at - 1)) {
                found.add(at);
            }
        }
        return found;
    }

    /** "had scouted the embassy and planned to attack it", "the consul was hurt when a mob stoned his car". */
    List<Integer> meantByIt(Clause clause) {
        if (line.word(clause.hit().end()).equals("it")
                || line.word(clause.hit().gapFirst()).equals("it")
                        && clause.hit().gapFirst() < clause.hit().gapEnd()) {
            return before(clause.hit().first(), false);
        }
        if (isTheSite(clause)) {
            return before(clause.hit().first(), false);
        }
        return pointsBack(clause) ? before(clause.first(), true) : List.of();
    }

    /** "the consulate ... a militia that raided the building". */
    private boolean isTheSite(Clause clause) {
        for (int at = clause.hit().first(); at < clause.hit().end() + SITE_REACH; at++) {
            if (line.word(at).equals("the")
                    && line.is(at + 1, SITE)
                    && !line.word(at + 2).equals("of")) {
                return true;
            }
        }
        return false;
    }

    /** "staff left the consulate after the building was hit". */
    List<Integer> siteBefore(Clause clause) {
        for (int at = clause.first(); at < clause.hit().first(); at++) {
            if (line.word(at).equals("the") && line.is(at + 1, SITE)) {
                return line.word(at + 2).equals("of") ? List.of() : before(clause.first(), true);
            }
        }
        return List.of();
    }

    /** The clause stands beneath another and says "him", "on them" or "its walls". */
    private boolean pointsBack(Clause clause) {
        if (!line.partsClauses(clause.first() - 1)) {
            return false;
        }
        int end = clause.hit().end();
        for (int at = clause.hit().gapFirst(); at < clause.hit().gapEnd(); at++) {
            if (line.is(at, PERSONAL) || isTheirs(at)) {
                return true;
            }
        }
        int object = line.is(end, TARGET_PREPOSITION) ? end + 1 : end;
        return line.is(object, PERSONAL) || isTheirs(object) || isTheirs(end - 1) || isTheirs(end - 2);
    }

    private boolean isTheirs(int at) {
        return line.is(at, POSSESSIVE) && (line.isAny(at + 1, LINK, VEHICLE) || line.isAny(at + 2, LINK, VEHICLE));
    }

    /** The mission last named, unless somebody spoke since or, where that is strict, was named. */
    private List<Integer> before(int from, boolean strict) {
        for (int at = from - 1; at >= 0; at--) {
            if (line.isMission(at)) {
                return List.of(line.startOfMission(at));
            }
            boolean named = strict && (line.is(at, PEOPLE) || line.isStop(at));
            if (named || line.is(at, REPORT)) {
                return List.of();
            }
        }
        return List.of();
    }

    /** "entered the consulate and held several hostages": where somebody has come is where they go on. */
    List<Integer> entered(Clause clause) {
        int first = clause.hit().first();
        if (!line.is(first - 1, CONJUNCTION)) {
            return List.of();
        }
        for (int at = first - 2; at > clause.first() && !line.isStop(at) && !line.is(at, REPORT); at--) {
            if (line.isMission(at)) {
                int start = line.startOfMission(at);
                return line.leftOf(start, MOVES, ENTRY_REACH) >= 0 ? List.of(start) : List.of();
            }
        }
        return List.of();
    }

    /** The mission of a place told before the statement: "Outside the embassy, gunmen killed two guards", "Beneath the consul's car he found". */
    List<Integer> fronted(int first) {
        if (!line.is(first, TARGET_PREPOSITION)) {
            return List.of();
        }
        int mission = -1;
        for (int at = first + 1; at < Math.min(line.size(), first + 14); at++) {
            if (line.word(at).equals(",") || mission >= 0 && line.is(at, PRONOUN)) {
                return mission < 0 ? List.of() : List.of(mission);
            }
            if (line.isAny(at, Targets.FINITE) || line.token(at).isNumber()) {
                return List.of();
            }
            mission = mission < 0 && line.isMission(at) ? at : mission;
        }
        return List.of();
    }
}
