package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.AGENT_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.FIGHTERS;
import static io.missionwatch.enrich.events.words.WordClass.FORCES;
import static io.missionwatch.enrich.events.words.WordClass.LURE;
import static io.missionwatch.enrich.events.words.WordClass.PEOPLE;
import static io.missionwatch.enrich.events.words.WordClass.PERPETRATOR;
import static io.missionwatch.enrich.events.words.WordClass.RELATIVE;
import static io.missionwatch.enrich.events.words.WordClass.RETREAT;
import static io.missionwatch.enrich.events.words.WordClass.SELF;
import static io.missionwatch.enrich.events.words.WordClass.STAFF;
import static io.missionwatch.enrich.events.words.WordClass.STRIKES;
import static io.missionwatch.enrich.events.words.WordClass.TARGET_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.TROOPS;
import static io.missionwatch.enrich.events.words.WordClass.UNARMED;
import static io.missionwatch.enrich.events.words.WordClass.WEAPON;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.words.Senses;
import io.missionwatch.enrich.events.words.Trigger;
import io.missionwatch.enrich.events.words.TriggerHit;
import io.missionwatch.enrich.events.words.WordClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes drafts of the triggers of a line: picks the reading whose needs are met and ties it to its missions. */
final class DraftReader {

    private static final int NEAR = 8;
    private static final WordClasses PERSONS = WordClasses.of(PEOPLE, STAFF, PERPETRATOR);
    private final Cast cast;
    private final Notice notice;

    DraftReader(Cast cast, Notice notice) {
        this.cast = cast;
        this.notice = notice;
    }

    /** The events of a line in the order of their words. */
    List<Draft> read(Line line) {
        if (line.hits().isEmpty()) {
            return List.of();
        }
        var participants = new Participants(line);
        var drafts = new ArrayList<Optional<Draft>>(line.hits().size());
        boolean tells = false;
        for (var hit : line.hits()) {
            boolean told = mayTell(line, hit) && !isSpoilt(line, hit);
            var draft = told ? draft(Clause.of(line, hit), participants) : Optional.<Draft>empty();
            drafts.add(draft);
            tells |= draft.isPresent();
        }
        if (!tells) {
            return List.of();
        }
        var folded = new Governors(line, drafts, cast).folded();
        Company.share(line, folded);
        return folded;
    }

    /** Some reading is not ruled out at once. */
    private boolean mayTell(Line line, TriggerHit hit) {
        for (var reading : hit.byNeed()) {
            if (mayTell(line, hit, reading)) {
                return true;
            }
        }
        return false;
    }

    /** A reading may be meant as far as the form of the trigger tells, and what it needs may be had. */
    private boolean mayTell(Line line, TriggerHit hit, Trigger reading) {
        boolean verb = reading.frame() == Trigger.Frame.VERB || reading.frame() == Trigger.Frame.EVENT;
        return !lacks(line, reading) && (!verb || Verbs.isVerb(line, hit));
    }

    /** What the reading needs is nowhere in the line. */
    private boolean lacks(Line line, Trigger reading) {
        return switch (reading.need()) {
            case MISSION -> !line.names().missions() && notice.missions(reading).isEmpty();
            case WEAPON -> !line.has(WEAPON);
            case GROUP -> !line.names().actors();
            case VIOLENCE -> true;
            case FIGHTERS, PERSON, NOTHING -> false;
        };
    }

    private static boolean isSpoilt(Line line, TriggerHit hit) {
        return insideWord(line, hit)
                || isMonth(line, hit)
                || isSelfHarm(line, hit)
                || Figures.speaks(line, hit)
                || Senses.spoils(hit, line.words(), line::isMission);
    }

    /** "left-wing", "hit-and-run": part of a longer word. */
    private static boolean insideWord(Line line, TriggerHit hit) {
        int next = hit.end();
        return line.word(next).equals("-")
                && line.has(next + 1)
                && line.token(next - 1).touches(line.token(next))
                && line.token(next).touches(line.token(next + 1));
    }

    /** "March 4", "4 March": a date, and nobody marches. */
    private static boolean isMonth(Line line, TriggerHit hit) {
        int at = hit.first();
        boolean numbered = isNumber(line, at - 1) || isNumber(line, at + 1);
        return numbered
                && hit.end() - at == 1
                && line.times().stream()
                        .anyMatch(time -> time.first() <= at && at < time.end() && time.end() - time.first() > 1);
    }

    /** "set himself on fire". */
    private static boolean isSelfHarm(Line line, TriggerHit hit) {
        return hit.gapEnd() - hit.gapFirst() == 1
                && line.is(hit.gapFirst(), SELF)
                && line.word(hit.first()).startsWith("set");
    }

    private static boolean isNumber(Line line, int at) {
        return line.has(at) && line.token(at).isNumber();
    }

    /** The first of the readings whose needs are met. */
    private Optional<Draft> draft(Clause clause, Participants participants) {
        var line = clause.line();
        for (var reading : clause.hit().byNeed()) {
            if (mayTell(line, clause.hit(), reading)) {
                var missions = participants.missions(clause, reading);
                if (met(line, clause, reading, missions)) {
                    return Optional.of(drafted(clause, reading, missions));
                }
            }
        }
        return Optional.empty();
    }

    private Draft drafted(Clause clause, Trigger reading, List<Integer> missions) {
        var draft = new Draft(clause.line(), clause.hit(), reading, clause);
        draft.reason("type", "trigger", clause.hit().first());
        tie(draft, missions);
        if (missions.isEmpty()) {
            draft.missions.addAll(notice.missions(reading));
        }
        new Refinements(cast).refine(draft);
        return draft;
    }

    static void tie(Draft draft, List<Integer> missions) {
        var line = draft.line;
        for (int at : missions) {
            draft.missions.addAll(line.missionsAt(at));
            draft.cover(line.startOfMission(at), line.endOfMission(at));
        }
        if (!missions.isEmpty()) {
            draft.reason(
                    "missions",
                    "clause-" + draft.trigger.frame().name().toLowerCase(java.util.Locale.ROOT),
                    missions.get(0));
        }
    }

    private boolean met(Line line, Clause clause, Trigger reading, List<Integer> missions) {
        return switch (reading.need()) {
            case NOTHING -> true;
            case MISSION ->
                !(missions.isEmpty() && notice.missions(reading).isEmpty())
                        && !(reading.type() == EventType.EVACUATION && troops(line, clause));
            case WEAPON -> armed(line, clause);
            case PERSON -> !missions.isEmpty() || somebody(line, clause);
            case FIGHTERS -> missions.isEmpty() && fighters(line, clause);
            case GROUP -> group(line, clause);
            case VIOLENCE -> false;
        };
    }

    /** Troops that withdraw are evacuated from nothing. */
    private static boolean troops(Line line, Clause clause) {
        if (!line.is(clause.hit().first(), RETREAT)) {
            return false;
        }
        for (int at = clause.hit().first() - 1;
                at >= Math.max(clause.first(), clause.hit().first() - 5);
                at--) {
            if (line.is(at, TROOPS)) {
                return true;
            }
        }
        return false;
    }

    /** "bomb threats", "the bomb squad": no weapon. */
    private static boolean weapon(Line line, int at) {
        return line.is(at, WEAPON) && !line.is(at + 1, UNARMED);
    }

    private static boolean anyWeapon(Line line, int from, int to) {
        for (int at = Math.max(0, from); at < to; at++) {
            if (weapon(line, at)) {
                return true;
            }
        }
        return false;
    }

    /** A weapon is the object before any place, or the subject of a passive. */
    private static boolean armed(Line line, Clause clause) {
        var hit = clause.hit();
        if (line.isFreeOrder()) {
            return line.anyOf(WEAPON, clause.first(), clause.end());
        }
        int reach = hit.end() + NEAR;
        for (int at = hit.gapFirst() < hit.gapEnd() ? hit.gapFirst() : hit.end(); at < reach; at++) {
            if (weapon(line, at)) {
                return true;
            }
            // "found a box, which held explosive"
            if (line.word(at).equals(",") && line.is(at + 1, RELATIVE)) {
                reach = at + NEAR;
                at++;
            } else if (line.is(at, TARGET_PREPOSITION)
                    || line.isStop(at)
                    || (at > hit.end() + 2 && line.word(at).equals(","))) {
                break;
            }
        }
        // "bombs which went off": the weapon stands before the relative.
        int first = line.is(clause.first() - 1, RELATIVE) ? clause.first() - 4 : clause.first();
        int from = Math.max(first, hit.first() - 2 * NEAR);
        boolean passive = clause.passive() >= 0
                || clause.participle()
                || line.word(hit.first()).endsWith("ing");
        return (passive || hit.readings().get(0).frame() == Trigger.Frame.EVENT || line.is(hit.first(), STRIKES))
                && anyWeapon(line, from, hit.first());
    }

    private boolean somebody(Line line, Clause clause) {
        int from = Math.max(0, clause.hit().first() - 2 * NEAR);
        int to = Math.min(line.size(), clause.hit().end() + NEAR);
        for (int at = from; at < to; at++) {
            boolean person = line.isAny(at, PERSONS);
            boolean name = at > 0 && line.token(at).isCapitalised();
            if (person || name || line.token(at).isNumber() || line.isActor(at)) {
                return true;
            }
        }
        return false;
    }

    /** An armed group does it: before an active verb, or after "by". */
    private boolean group(Line line, Clause clause) {
        int first = clause.hit().first();
        if (clause.passive() < 0 && cast.anyArmed(line, Math.max(clause.first(), first - 2 * NEAR), first)) {
            return true;
        }
        int by = line.rightOf(clause.hit().end() - 1, AGENT_PREPOSITION, 2 * NEAR);
        return by >= 0 && cast.anyArmed(line, by + 1, Math.min(line.size(), by + NEAR));
    }

    /** The object is a militant group or its hideout, and the subject, where there is one, a force of a state. */
    private boolean fighters(Line line, Clause clause) {
        var hit = clause.hit();
        int passive = clause.passive();
        int from = passive >= 0 ? clause.first() : hit.end();
        int to = passive >= 0 ? passive : Math.min(clause.end(), hit.end() + 12);
        boolean object = false;
        boolean lure = false;
        for (int at = from; at < to; at++) {
            object |= line.is(at, FIGHTERS) || cast.isArmed(line, at);
            lure |= line.is(at, LURE);
        }
        if (!object || lure) {
            return lure;
        }
        return forces(line, clause.first(), hit.first()) || forces(line, hit.end(), clause.end());
    }

    private boolean forces(Line line, int from, int to) {
        for (int at = Math.max(0, from); at < Math.min(to, line.size()); at++) {
            if (cast.isForce(line, at) || (line.is(at, FORCES) && !cast.isArmed(line, at))) {
                return true;
            }
        }
        return false;
    }
}
