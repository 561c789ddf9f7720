package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.BE;
import static io.missionwatch.enrich.events.words.WordClass.HAD;
import static io.missionwatch.enrich.events.words.WordClass.HAVE;
import static io.missionwatch.enrich.events.words.WordClass.PARTICIPLE;
import static io.missionwatch.enrich.events.words.WordClass.RELATIVE;
import static io.missionwatch.enrich.events.words.WordClass.REPORT;

import io.missionwatch.enrich.events.words.TriggerHit;
import io.missionwatch.enrich.events.words.WordClass;
import io.missionwatch.enrich.events.words.WordClasses;
import io.missionwatch.enrich.text.Field;

/**
 * How a trigger stands in its clause.
 *
 * @param first where the clause begins
 * @param end the token after its last
 * @param passive the auxiliary that makes the trigger a passive, or -1: "was bombed", "has been attacked", "were also hit"
 */
record Clause(Line line, TriggerHit hit, int first, int end, int passive) {

    private static final int WIDEST = 40;
    private static final int AUXILIARY_REACH = 5;
    private static final WordClasses OPENING = WordClasses.of(WordClass.WHEN, WordClass.CONJUNCTION, REPORT, RELATIVE);
    private static final WordClasses AUXILIARY = WordClasses.of(HAVE, HAD, BE);

    static Clause of(Line line, TriggerHit hit) {
        int first = hit.first();
        while (first > Math.max(0, hit.first() - WIDEST) && !opens(line, first - 1)) {
            first = Insertions.before(line, first - 1);
        }
        int end = hit.end();
        while (end < Math.min(line.size(), hit.end() + WIDEST) && !closes(line, end)) {
            end++;
        }
        return new Clause(line, hit, first, end, passive(line, hit, first));
    }

    private static boolean opens(Line line, int at) {
        if (!line.isPunctuation(at) && !line.isAny(at, OPENING)) {
            return false;
        }
        return line.isStop(at)
                || line.partsClauses(at)
                || (line.is(at, REPORT) && !line.isMission(at))
                || (line.is(at, RELATIVE) && !line.word(at).equals("that"))
                || (line.word(at).equals("that") && line.is(at - 1, REPORT))
                || line.word(at).equals("but");
    }

    private static boolean closes(Line line, int at) {
        return line.isStop(at)
                || line.partsClauses(at)
                || line.is(at, WordClass.CONJUNCTION) && line.word(at).equals("but");
    }

    private static int passive(Line line, TriggerHit hit, int first) {
        var word = line.word(verb(line, hit));
        if (!participle(line, hit)) {
            return -1;
        }
        for (int at = hit.first() - 1; at >= Math.max(first, hit.first() - AUXILIARY_REACH); at--) {
            if (line.is(at, BE)) {
                return word.endsWith("ing") ? -1 : at;
            }
            if (isHaving(line, at)) {
                return at;
            }
            if (!line.isAny(at, HAVING_COMPANY) && !line.word(at).endsWith("ly") && !coordinated(line, at)) {
                return -1;
            }
        }
        return -1;
    }

    /** "had its windows broken", "had his car hijacked": who has it suffers it. */
    static boolean isHaving(Line line, int at) {
        return line.isAny(at, HAVE, HAD) && line.is(at + 1, WordClass.POSSESSIVE);
    }

    private static final WordClasses HAVING_COMPANY = WordClasses.of(
            WordClass.ADVERB, WordClass.NEGATION, WordClass.POSSESSIVE, WordClass.VEHICLE, WordClass.LINK);

    /** "was attacked and ransacked": the auxiliary serves both. */
    private static boolean coordinated(Line line, int at) {
        var word = line.word(at);
        return word.equals("and")
                || word.equals("or")
                || (word.endsWith("ed") && line.word(at + 1).equals("and"));
    }

    boolean participle() {
        return participle(line, hit);
    }

    private static boolean participle(Line line, TriggerHit hit) {
        int at = verb(line, hit);
        return line.word(at).endsWith("ed") || line.is(at, PARTICIPLE);
    }

    /** The part of the trigger that bends: "gunned" in "machine-gunned". */
    private static int verb(Line line, TriggerHit hit) {
        int at = hit.first();
        while (at + 2 < hit.end() && line.word(at + 1).equals("-")) {
            at += 2;
        }
        return at;
    }

    /** A participle without auxiliary and with its agent, means or place after it: "an embassy attacked by gunmen". */
    boolean reducedPassive() {
        if (!participle() || line.isAny(hit.first() - 1, AUXILIARY)) {
            return false;
        }
        int next = hit.end();
        while (line.is(next, WordClass.ADVERB) || line.word(next).endsWith("ly")) {
            next++;
        }
        return line.is(next, WordClass.AGENT_PREPOSITION) || endsWithAgent() || headlined(next);
    }

    /** The trigger itself opens the agent: "hit by". */
    private boolean endsWithAgent() {
        return hit.end() - hit.first() > 1 && line.is(hit.end() - 1, WordClass.AGENT_PREPOSITION);
    }

    /** "Embassy staff abducted, ministry says": headlines save the auxiliary. */
    private boolean headlined(int next) {
        if (hit.first() == 0) {
            return false;
        }
        return (line.sentence().field() == Field.TITLE || !line.hasAny(Targets.FINITE))
                && (line.isMission(hit.first() - 1) || line.place(hit.first() - 1) != Line.NOBODY)
                && (next >= line.size()
                        || line.isPunctuation(next)
                        || line.word(next).equals("with")
                        || line.is(next, WordClass.TARGET_PREPOSITION));
    }

    /** A verb of the clause is in the past perfect: "had bombed". */
    boolean pastPerfect() {
        int had = line.leftOf(hit.first(), HAD, AUXILIARY_REACH);
        return had >= first && !isHaving(line, had);
    }

    boolean presentPerfect() {
        return line.anyOf(HAVE, Math.max(first, hit.first() - AUXILIARY_REACH), hit.first());
    }
}
