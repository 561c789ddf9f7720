package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.AGENT_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.BE;
import static io.missionwatch.enrich.events.words.WordClass.COMES;
import static io.missionwatch.enrich.events.words.WordClass.COMPELS;
import static io.missionwatch.enrich.events.words.WordClass.CONJUNCTION;
import static io.missionwatch.enrich.events.words.WordClass.GOAL;
import static io.missionwatch.enrich.events.words.WordClass.MISSING;
import static io.missionwatch.enrich.events.words.WordClass.NEUTRAL;
import static io.missionwatch.enrich.events.words.WordClass.OTHER_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.PEOPLE;
import static io.missionwatch.enrich.events.words.WordClass.REACTION_CUE;
import static io.missionwatch.enrich.events.words.WordClass.REPORT;
import static io.missionwatch.enrich.events.words.WordClass.SUFFERS;
import static io.missionwatch.enrich.events.words.WordClass.TARGET_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.WEAPON;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.words.Trigger;
import java.util.List;

/** Finds the missions that a trigger concerns, as its frame has them: object, subject of a passive, place, compound. */
final class Participants {

    private static final int SUFFER_REACH = 10;

    private final Line line;
    private final Targets targets;
    private final Nearby nearby;
    private final Offices offices;

    Participants(Line line) {
        this.line = line;
        this.targets = new Targets(line);
        this.nearby = new Nearby(line);
        this.offices = new Offices(line, targets);
    }

    /** Tokens of the missions that an event concerns. */
    List<Integer> missions(Clause clause, Trigger trigger) {
        return line.names().missions() ? named(clause, trigger) : List.of();
    }

    private List<Integer> named(Clause clause, Trigger trigger) {
        var found =
                switch (trigger.frame()) {
                    case NOUN -> ofNoun(clause, trigger);
                    case EVENT -> ofEvent(clause);
                    case VERB, THROW, CLAIM ->
                        trigger.type().concernsOffices() ? offices.missions(clause, trigger) : ofVerb(clause, trigger);
                    case GOVERNOR -> ofGovernor(clause, trigger);
                };
        if (trigger.type() == EventType.WARNING && line.is(clause.hit().first() - 1, BE)) {
            found = found.stream().filter(at -> !isBeforeOthers(clause, at)).toList();
        }
        if (found.isEmpty() && clause.passive() >= 0) {
            found = nearby.whoWas(clause);
            found = found.isEmpty() ? nearby.ofBeing(clause) : found;
        }
        boolean suffers = clause.passive() >= 0
                || trigger.type() == EventType.WARNING
                || trigger.type().concernsOffices();
        if (found.isEmpty() && suffers) {
            found = nearby.speaker(clause);
        }
        if (found.isEmpty() && trigger.type() == EventType.ATTACK) {
            found = nearby.listed(clause);
            found = found.isEmpty() ? nearby.onDuty(clause) : found;
        }
        if (found.isEmpty() && line.isFreeOrder()) {
            return ofClause(clause);
        }
        return found.isEmpty() ? nearby.fronted(clause.first()) : found;
    }

    /** "Sirens sounded across the diplomatic quarter and residents were told": whom it is said to comes after the quarter. */
    private boolean isBeforeOthers(Clause clause, int mission) {
        return mission < clause.hit().first()
                && line.is(Prepositions.before(line, mission), TARGET_PREPOSITION)
                && line.anyOf(
                        CONJUNCTION, line.endOfMission(mission), clause.hit().first());
    }

    /** The nearest mission of the clause that does not itself speak or condemn, wherever it stands. */
    private List<Integer> ofClause(Clause clause) {
        int nearest = -1;
        for (int at = clause.first(); at < clause.end(); at++) {
            boolean nearer = nearest < 0 || distance(clause, at) < distance(clause, nearest);
            if (line.isMission(at) && nearer && !speaksBetween(clause, at)) {
                nearest = at;
            }
        }
        return nearest < 0 ? List.of() : List.of(nearest);
    }

    private static int distance(Clause clause, int at) {
        return at < clause.hit().first()
                ? clause.hit().first() - at
                : at - clause.hit().end() + 1;
    }

    private boolean speaksBetween(Clause clause, int mission) {
        int from = Math.min(mission, clause.hit().end());
        int to = Math.max(mission, clause.hit().first());
        return line.anyOf(REPORT, from, to) || line.anyOf(REACTION_CUE, from, to);
    }

    private List<Integer> ofNoun(Clause clause, Trigger trigger) {
        int from = clause.hit().end();
        boolean linked = line.isAny(from, NEUTRAL, TARGET_PREPOSITION);
        boolean leaves = trigger.type() == EventType.EVACUATION;
        if (leaves && offices.isOfOthers(from)) {
            return List.of();
        }
        var right = leaves ? targets.leaving(from) : targets.right(from, linked);
        if (!right.isEmpty()) {
            return right;
        }
        var compound = Compounds.before(line, clause.hit().first());
        if (!compound.isEmpty()) {
            return compound;
        }
        var suffering = sufferer(clause);
        if (!suffering.isEmpty()) {
            return suffering;
        }
        return switch (trigger.type()) {
            case THREAT -> threatened(from);
            case WARNING, EVACUATION, CLOSURE, RELOCATION, REOPENING, SECURITY_RAISED, EXPULSION ->
                targets.subject(clause.hit().first(), clause.first());
            default -> List.of();
        };
    }

    /** "threats to the embassy", "threats sent by e-mail forced the embassies to close". */
    private List<Integer> threatened(int from) {
        var right = targets.right(from, true);
        if (!right.isEmpty()) {
            return right;
        }
        for (int at = from; at < from + SUFFER_REACH; at++) {
            if (line.is(at, COMPELS)) {
                return targets.right(at + 1, true);
            }
        }
        return List.of();
    }

    /** The subject of "came under attack", "was under attack", "survived an attempt", "was the target of a bombing", "was damaged in the blast". */
    private List<Integer> sufferer(Clause clause) {
        for (int at = clause.hit().first() - 1;
                at >= Math.max(clause.first(), clause.hit().first() - SUFFER_REACH);
                at--) {
            boolean under = line.word(at).equals("under") && line.isAny(at - 1, COMES, BE);
            boolean goal = line.word(at).equals("of") && line.is(at - 1, GOAL);
            if (under || goal || line.is(at, SUFFERS)) {
                return targets.subject(goal ? beBefore(at) : at, clause.first());
            }
        }
        return List.of();
    }

    private int beBefore(int at) {
        int be = line.leftOf(at, BE, 4);
        return be < 0 ? at : be;
    }

    private List<Integer> ofEvent(Clause clause) {
        var right = targets.right(clause.hit().end(), opensPlace(clause));
        if (right.isEmpty() && byFollows(clause)) {
            return targets.right(clause.hit().end() + 1, true);
        }
        return right.isEmpty() ? targets.placedLeft(clause.hit().first(), clause.first()) : right;
    }

    /** "A bomb exploded by the embassy", "was received by the embassy": no doer. */
    private boolean byFollows(Clause clause) {
        return line.word(clause.hit().end()).equals("by");
    }

    private List<Integer> ofVerb(Clause clause, Trigger trigger) {
        int passive = clause.passive();
        if (passive >= 0) {
            return subjectOrPlace(clause, passive);
        }
        if (line.is(clause.hit().first(), SUFFERS) || comesUnder(clause)) {
            return isReported(clause)
                    ? targets.subject(clause.hit().first() - 1, 0)
                    : targets.subject(clause.hit().first(), clause.first());
        }
        var gap = targets.inGap(clause.hit());
        if (!gap.isEmpty()) {
            return gap;
        }
        if (Clause.isHaving(line, clause.hit().first() - 2)) {
            return targets.subject(clause.hit().first() - 2, clause.first());
        }
        if (clause.reducedPassive() || weaponSubject(clause)) {
            var tied = subjectOrPlace(clause, clause.hit().first());
            return tied.isEmpty() && !clause.reducedPassive()
                    ? targets.right(clause.hit().end(), true)
                    : tied;
        }
        var meant = nearby.meantByIt(clause);
        if (!meant.isEmpty()) {
            return meant;
        }
        var right = targets.right(clause.hit().end(), true);
        // "visited people wounded in the bombing" is told of the people.
        boolean others = line.is(clause.hit().first() - 1, PEOPLE)
                && !line.isMission(clause.hit().first() - 1);
        boolean oneWord = clause.hit().end() - clause.hit().first() == 1;
        boolean placed = clause.participle() && oneWord && line.is(clause.hit().end(), TARGET_PREPOSITION) && !others;
        // A mission that warns is itself concerned, and so is one that finds a bomb.
        boolean finds = trigger.type() == EventType.ATTACK_FOILED && trigger.frame() == Trigger.Frame.THROW;
        boolean warns = trigger.type() == EventType.WARNING;
        // "the embassy will be next": threatened, and not threatening.
        boolean named = trigger.type() == EventType.THREAT && !oneWord;
        if (right.isEmpty() && (placed || warns || finds || named || isMissing(clause))) {
            return targets.subject(clause.hit().first(), clause.first());
        }
        return right.isEmpty() && trigger.type() == EventType.ATTACK ? nearby.entered(clause) : right;
    }

    /** "The embassy reported receiving a package". */
    private boolean isReported(Clause clause) {
        int first = clause.hit().first();
        return line.word(first - 1).equals("reported") && line.word(first).endsWith("ing");
    }

    /** "came under fire": the subject of such a verb is who suffers. */
    private boolean comesUnder(Clause clause) {
        int first = clause.hit().first();
        return line.is(first, COMES) && line.word(first + 1).equals("under");
    }

    /** "The consul disappeared on his way home". */
    private boolean isMissing(Clause clause) {
        return line.is(clause.hit().end() - 1, MISSING);
    }

    private List<Integer> subjectOrPlace(Clause clause, int before) {
        var subject = targets.subject(before, clause.first());
        if (!subject.isEmpty()) {
            return subject;
        }
        var site = nearby.siteBefore(clause);
        if (line.is(clause.hit().first(), SUFFERS) && byFollows(clause)) {
            return targets.right(clause.hit().end() + 1, true);
        }
        boolean placed = opensPlace(clause) || line.word(clause.hit().end()).equals("to");
        return site.isEmpty() ? targets.right(clause.hit().end(), placed) : site;
    }

    /** The trigger itself ends with the preposition of its place: "fired at", "crashed into", "tore through". */
    private boolean opensPlace(Clause clause) {
        int last = clause.hit().end() - 1;
        return line.is(last, TARGET_PREPOSITION) || (last > clause.hit().first() && line.is(last, OTHER_PREPOSITION));
    }

    /** "an explosive device found near the embassy", "a bomb outside the embassy killed two". */
    private boolean weaponSubject(Clause clause) {
        int first = clause.hit().first();
        return line.leftOf(first, WEAPON, 3) >= 0
                || (line.anyOf(WEAPON, clause.first(), first)
                        && !targets.placedLeft(first, clause.first()).isEmpty());
    }

    /** The missions of a governor itself, where what it governs has none: "threatened the ambassador with an attack". */
    private List<Integer> ofGovernor(Clause clause, Trigger trigger) {
        int passive = clause.passive();
        if (passive >= 0) {
            return targets.subject(passive, clause.first());
        }
        var right = targets.right(clause.hit().end(), !line.is(clause.hit().end(), AGENT_PREPOSITION));
        // A mission that warns is itself concerned.
        boolean warns = right.isEmpty() && trigger.type() == EventType.WARNING;
        return warns ? targets.subject(clause.hit().first(), clause.first()) : right;
    }
}
