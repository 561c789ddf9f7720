package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.ADVERB;
import static io.missionwatch.enrich.events.words.WordClass.AGENT_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.BE;
import static io.missionwatch.enrich.events.words.WordClass.BEFORE_OBJECT;
import static io.missionwatch.enrich.events.words.WordClass.CONJUNCTION;
import static io.missionwatch.enrich.events.words.WordClass.DETERMINER;
import static io.missionwatch.enrich.events.words.WordClass.FORCES;
import static io.missionwatch.enrich.events.words.WordClass.MAY;
import static io.missionwatch.enrich.events.words.WordClass.NEGATION;
import static io.missionwatch.enrich.events.words.WordClass.NEUTRAL;
import static io.missionwatch.enrich.events.words.WordClass.NOUN_OPENER;
import static io.missionwatch.enrich.events.words.WordClass.OTHER_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.PARTICIPLE;
import static io.missionwatch.enrich.events.words.WordClass.PERPETRATOR;
import static io.missionwatch.enrich.events.words.WordClass.RELATIVE;
import static io.missionwatch.enrich.events.words.WordClass.SHOULD;
import static io.missionwatch.enrich.events.words.WordClass.TARGET_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.VEHICLE;
import static io.missionwatch.enrich.events.words.WordClass.VERB_OPENER;
import static io.missionwatch.enrich.events.words.WordClass.WEAPON;
import static io.missionwatch.enrich.events.words.WordClass.WILL;
import static io.missionwatch.enrich.events.words.WordClass.WOULD;

import io.missionwatch.enrich.events.words.TriggerHit;
import io.missionwatch.enrich.events.words.WordClasses;

/** Tells the verbs from the nouns that look like them: "to bomb the embassy" from "a car bomb". */
final class Verbs {

    private static final WordClasses BEFORE_VERB =
            WordClasses.of(WILL, WOULD, MAY, SHOULD, NEGATION, RELATIVE, CONJUNCTION, ADVERB, PERPETRATOR, FORCES);
    private static final WordClasses BEFORE_NOUN =
            WordClasses.of(TARGET_PREPOSITION, OTHER_PREPOSITION, AGENT_PREPOSITION, NEUTRAL, VEHICLE, WEAPON);

    private Verbs() {}

    /** The first word of a trigger is a verb, as far as its form and its neighbours tell. */
    static boolean isVerb(Line line, TriggerHit hit) {
        var word = line.word(hit.first());
        if (hit.end() - hit.first() > 1 || word.endsWith("ed") || irregular(line, hit.first())) {
            return true;
        }
        boolean nounToo = hit.mayBeNoun();
        if (word.endsWith("ing")) {
            return nounToo ? progressive(line, hit) : !adjective(line, hit);
        }
        int before = hit.first() - 1;
        if (before < 0 || line.isPunctuation(before)) {
            return !nounToo
                    && !line.is(hit.first(), WEAPON)
                    && !line.word(before).equals("-");
        }
        boolean suffered = line.is(before, BE) && line.is(hit.first(), PARTICIPLE);
        if (suffered
                || line.isAny(before, BEFORE_VERB)
                || line.is(before, VERB_OPENER)
                || line.word(before).endsWith("ly")) {
            boolean joined = nounToo && line.is(before, CONJUNCTION) && !objectFollows(line, hit);
            return !joined && !(nounToo && line.is(before, NOUN_OPENER));
        }
        if (line.isAny(before, BEFORE_NOUN) && !doesIt(line, hit, nounToo)
                || line.is(before, NOUN_OPENER)
                || line.token(before).isNumber()) {
            return false;
        }
        return finite(line, hit, nounToo);
    }

    /** "a van rams the gate": a vehicle or weapon before a word that is no noun is its subject. */
    private static boolean doesIt(Line line, TriggerHit hit, boolean nounToo) {
        return !nounToo && line.isAny(hit.first() - 1, VEHICLE, WEAPON) && objectFollows(line, hit);
    }

    /** "gunmen attack the embassy" after a subject, not "the embassy attack on Monday". */
    private static boolean finite(Line line, TriggerHit hit, boolean nounToo) {
        int before = hit.first() - 1;
        if (nounToo && (line.isMission(before) || !objectFollows(line, hit))) {
            return false;
        }
        boolean plural = line.word(before).endsWith("s") && !line.word(before).equals("'s");
        boolean third = line.word(hit.first()).endsWith("s");
        boolean doer = line.isActor(before) || line.is(before, WEAPON);
        boolean weapon = line.is(hit.first(), WEAPON) && !(doer && objectFollows(line, hit));
        return third ? !weapon : plural || line.isActor(before);
    }

    /** "from a moving car". */
    private static boolean adjective(Line line, TriggerHit hit) {
        return line.is(hit.first() - 1, DETERMINER) && !objectFollows(line, hit);
    }

    /** "were bombing", "accused of bombing the embassy"; not "the embassy bombing", "the bombing of the embassy". */
    private static boolean progressive(Line line, TriggerHit hit) {
        return line.is(hit.first() - 1, BE) || line.is(hit.first() - 2, BE) || objectFollows(line, hit);
    }

    private static boolean objectFollows(Line line, TriggerHit hit) {
        int next = hit.end();
        return line.is(next, BEFORE_OBJECT) || line.isMission(next) || line.isActor(next);
    }

    private static boolean irregular(Line line, int at) {
        return line.is(at, PARTICIPLE) && !line.is(at, WEAPON);
    }
}
