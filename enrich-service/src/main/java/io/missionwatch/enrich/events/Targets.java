package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.ADVERB;
import static io.missionwatch.enrich.events.words.WordClass.AGENT_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.ATTEMPT;
import static io.missionwatch.enrich.events.words.WordClass.BE;
import static io.missionwatch.enrich.events.words.WordClass.CONJUNCTION;
import static io.missionwatch.enrich.events.words.WordClass.DETERMINER;
import static io.missionwatch.enrich.events.words.WordClass.DONE;
import static io.missionwatch.enrich.events.words.WordClass.FORMER;
import static io.missionwatch.enrich.events.words.WordClass.HAD;
import static io.missionwatch.enrich.events.words.WordClass.HAVE;
import static io.missionwatch.enrich.events.words.WordClass.KEPT;
import static io.missionwatch.enrich.events.words.WordClass.LIGHT_VERB;
import static io.missionwatch.enrich.events.words.WordClass.LINK;
import static io.missionwatch.enrich.events.words.WordClass.MAY;
import static io.missionwatch.enrich.events.words.WordClass.MOVES;
import static io.missionwatch.enrich.events.words.WordClass.NEGATION;
import static io.missionwatch.enrich.events.words.WordClass.NEUTRAL;
import static io.missionwatch.enrich.events.words.WordClass.OBJECT_PARTICIPLE;
import static io.missionwatch.enrich.events.words.WordClass.OTHER_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.PARTICIPLE;
import static io.missionwatch.enrich.events.words.WordClass.REACTION_CUE;
import static io.missionwatch.enrich.events.words.WordClass.RELATIVE;
import static io.missionwatch.enrich.events.words.WordClass.REPORT;
import static io.missionwatch.enrich.events.words.WordClass.STAYING;
import static io.missionwatch.enrich.events.words.WordClass.TARGET_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.WEAPON;
import static io.missionwatch.enrich.events.words.WordClass.WILL;
import static io.missionwatch.enrich.events.words.WordClass.WORKS_AT;
import static io.missionwatch.enrich.events.words.WordClass.WOULD;

import io.missionwatch.enrich.events.words.TriggerHit;
import io.missionwatch.enrich.events.words.WordClasses;
import java.util.ArrayList;
import java.util.List;

/** Walks from a trigger to the missions that its words link it with. Each walk stops where another statement begins. */
final class Targets {

    private static final int FARTHEST = 32;
    private static final int OBJECT_REACH = 14;
    static final WordClasses FINITE = WordClasses.of(BE, HAVE, HAD, WILL, WOULD, MAY);
    static final WordClasses LEFT_BARRIER = WordClasses.of(REPORT, REACTION_CUE);
    static final WordClasses PREDICATE = FINITE.and(LEFT_BARRIER);
    private static final WordClasses LINKING = WordClasses.of(TARGET_PREPOSITION, OBJECT_PARTICIPLE, WORKS_AT);
    private static final WordClasses OUTWARD = FINITE.and(WordClasses.of(OTHER_PREPOSITION, AGENT_PREPOSITION));
    private static final WordClasses AUXILIARY_COMPANY = FINITE.and(WordClasses.of(ADVERB, NEGATION));

    private final Line line;

    Targets(Line line) {
        this.line = line;
    }

    /** Tokens of missions that somebody leaves: "the evacuation of staff from its embassy". */
    List<Integer> leaving(int from) {
        var people = right(from, true);
        int preposition = line.rightOf(from, OTHER_PREPOSITION, 8);
        return people.isEmpty() && preposition >= 0 ? right(preposition + 1, true) : people;
    }

    /** The mission that stands in the gap of a trigger: "took the ambassador hostage". */
    List<Integer> inGap(TriggerHit hit) {
        for (int at = hit.gapFirst(); at < hit.gapEnd(); at++) {
            if (line.isMission(at)) {
                return List.of(at);
            }
        }
        return List.of();
    }

    /** Tokens of missions to the right of a trigger; {@code linked} where a mission may follow at once, as an object does. */
    List<Integer> right(int from, boolean linked) {
        var found = new ArrayList<Integer>();
        boolean link = linked;
        int linkedAt = from;
        for (int at = from; at < Math.min(line.size(), from + FARTHEST); at++) {
            if (line.isMission(at)) {
                if (link && at - linkedAt <= OBJECT_REACH && !former(line, at)) {
                    found.add(at);
                    linkedAt = at;
                }
                at = line.endOfMission(at) - 1;
                continue;
            }
            if (endsRight(at, from, !found.isEmpty())) {
                return found;
            }
            boolean before = link;
            link = linkAfter(at, link);
            if (link && (!before || line.is(at, TARGET_PREPOSITION))) {
                linkedAt = at;
            }
        }
        return found;
    }

    private boolean linkAfter(int at, boolean link) {
        if (line.isAny(at, LINKING) || line.is(at, RELATIVE) || line.is(at, LINK) && line.is(at + 1, NEUTRAL)) {
            return true;
        }
        if (line.is(at, AGENT_PREPOSITION)) {
            return link && line.isAny(at - 1, KEPT, WORKS_AT);
        }
        if (line.is(at, OTHER_PREPOSITION)) {
            return Prepositions.isOfStaff(line, at)
                    || line.word(at).equals("including")
                    || line.word(at).equals("from")
                            && (line.is(at - 1, LINK) || line.word(at - 1).equals("away"));
        }
        return link;
    }

    private boolean endsRight(int at, int from, boolean found) {
        if (line.isStop(at)) {
            return true;
        }
        if (line.isPunctuation(at)) {
            return line.word(at).equals(",") && endsAtComma(at, found) || Insertions.leaves(line, from, at);
        }
        if ((line.partsClauses(at) || line.is(at, REPORT)) && at > from) {
            return true;
        }
        if (line.isAny(at, FINITE) && !opensNothing(at)) {
            return !line.is(at + 1, LIGHT_VERB) && !(line.is(at + 1, BE) && line.is(at + 2, LIGHT_VERB));
        }
        if (line.is(at, RELATIVE)) {
            boolean leadsOn = line.rightOf(at, WORKS_AT, 5) >= 0 || line.is(at + 1, ATTEMPT) || line.is(at + 1, MOVES);
            return line.word(at).equals("where") ? found : !leadsOn || found;
        }
        return line.is(at, CONJUNCTION) && endsAtConjunction(at, from);
    }

    /** "possibly the embassy", "the men's room", "men who were guarding the embassy": no verb that opens a statement of its own. */
    private boolean opensNothing(int at) {
        return line.is(at, MAY) && line.is(at, ADVERB)
                || line.isOwner(at)
                || line.is(at - 1, RELATIVE) && line.is(at + 1, WORKS_AT);
    }

    private boolean endsAtComma(int at, boolean found) {
        int next = line.word(at + 1).equals("including") ? at + 2 : at + 1;
        if (line.isAny(next, TARGET_PREPOSITION, OBJECT_PARTICIPLE)) {
            return false;
        }
        if (!found && line.rightOf(next, WEAPON, 3) >= 0) {
            return false;
        }
        return !missionWithin(next, 7) || (!found && speaks(next));
    }

    /** The mission after the comma is the subject of another statement: "..., the embassy said". */
    private boolean speaks(int from) {
        int end = from;
        while (end < from + 7 && !line.isMission(end)) {
            end++;
        }
        end = line.endOfMission(end);
        for (int at = end; at < end + 6; at++) {
            if (line.isAny(at, PREDICATE) || line.triggers(at)) {
                return true;
            }
            if (line.isPunctuation(at)) {
                return false;
            }
        }
        return false;
    }

    private boolean endsAtConjunction(int at, int from) {
        if (line.word(at).equals("but")
                || line.word(at).equals("yet")
                || line.word(at).equals("so")) {
            return true;
        }
        if (at - from <= 1 || missionWithin(at + 1, 5)) {
            return false;
        }
        return line.triggerWithin(at + 1, 3) && !line.is(at + 1, OBJECT_PARTICIPLE);
    }

    private boolean missionWithin(int from, int reach) {
        for (int at = from; at < from + reach; at++) {
            if (line.isMission(at)) {
                return true;
            }
            if (line.isPunctuation(at) || line.isAny(at, OUTWARD) && !opensNothing(at)) {
                return false;
            }
        }
        return false;
    }

    /** Missions that are the subject which ends before a token, or the place in it: "guards at the embassy | were killed". */
    List<Integer> subject(int before, int first) {
        var found = new ArrayList<Integer>();
        for (int from = before - 1; from >= Math.max(first, before - FARTHEST); from--) {
            int at = Insertions.before(line, from);
            from = at;
            if (line.isMission(at)) {
                int start = line.startOfMission(at);
                int preposition = Prepositions.before(line, start);
                if (!former(line, start)
                        && (!line.isAny(preposition, OTHER_PREPOSITION, AGENT_PREPOSITION)
                                || Prepositions.isOfStaff(line, preposition)
                                || Prepositions.isEmployer(line, preposition))) {
                    found.add(start);
                }
                from = start;
            } else if (insideRelative(at, before)) {
                if (complement(at)) {
                    return found;
                }
                found.clear();
            } else if (endsLeft(at, before)) {
                return found;
            }
        }
        return found;
    }

    /** What a relative clause does is done to its own objects: "troops that surrounded the embassy | withdrew". */
    private boolean insideRelative(int at, int before) {
        return line.is(at, RELATIVE)
                && before - at > 2
                && !line.word(at).equals("where")
                && line.rightOf(at, WORKS_AT, 4) < 0;
    }

    /** The "that" of "reports that the embassy": what comes before it is another clause. */
    private boolean complement(int at) {
        return line.word(at).equals("that")
                && (line.is(at + 1, DETERMINER)
                        || line.is(at + 1, TARGET_PREPOSITION)
                        || line.isMission(at + 1)
                        || line.isActor(at + 1));
    }

    private boolean endsLeft(int at, int before) {
        if (line.isStop(at) || line.isAny(at, LEFT_BARRIER) || line.partsClauses(at)) {
            return true;
        }
        boolean copula = before - at == 2 && line.is(at + 1, STAYING);
        return before - at > 1
                && !copula
                && line.isAny(at, FINITE)
                && !line.isOwner(at)
                && !auxiliaries(at + 1, before)
                && !leadsTo(at + 1, before)
                && !relativeBefore(at);
    }

    /** "had not | been hit", "are being | taken": they all belong to the one verb. */
    private boolean auxiliaries(int from, int to) {
        for (int at = from; at < to; at++) {
            if (!line.isAny(at, AUXILIARY_COMPANY) && !line.word(at).endsWith("ly")) {
                return false;
            }
        }
        return true;
    }

    /** "was forced to | close", "is expected to | leave": the subject does both. */
    private boolean leadsTo(int from, int to) {
        int infinitive = to - 1;
        while (infinitive > from && line.isAny(infinitive, AUXILIARY_COMPANY)) {
            infinitive--;
        }
        if (!line.word(infinitive).equals("to")) {
            return false;
        }
        int at = from;
        while (at < infinitive
                && (line.isAny(at, AUXILIARY_COMPANY) || line.word(at).endsWith("ly"))) {
            at++;
        }
        return at == infinitive - 1 && (line.word(at).endsWith("ed") || line.isAny(at, PARTICIPLE, DONE));
    }

    /** The finite verb of a relative clause inside the subject ends nothing. */
    private boolean relativeBefore(int at) {
        return line.is(at - 1, RELATIVE) || line.is(at - 2, RELATIVE);
    }

    /** Missions to the left that a preposition of place ties to the clause: "a bomb near the embassy | exploded". */
    List<Integer> placedLeft(int before, int first) {
        return subject(before, first).stream()
                .filter(at -> line.isAny(Prepositions.before(line, at), TARGET_PREPOSITION, WORKS_AT)
                        || Prepositions.isSentTo(line, at))
                .toList();
    }

    static boolean former(Line line, int mission) {
        boolean said = line.is(mission, FORMER) || line.is(mission - 1, FORMER) || line.is(mission - 2, FORMER);
        return said || Prepositions.isTermOfOffice(line, mission);
    }
}
