package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.ADVERB;
import static io.missionwatch.enrich.events.words.WordClass.AGENT_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.CONJUNCTION;
import static io.missionwatch.enrich.events.words.WordClass.FORCES;
import static io.missionwatch.enrich.events.words.WordClass.MAY;
import static io.missionwatch.enrich.events.words.WordClass.NEGATION;
import static io.missionwatch.enrich.events.words.WordClass.NEUTRAL;
import static io.missionwatch.enrich.events.words.WordClass.OTHER_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.PERPETRATOR;
import static io.missionwatch.enrich.events.words.WordClass.RELATIVE;
import static io.missionwatch.enrich.events.words.WordClass.SHOULD;
import static io.missionwatch.enrich.events.words.WordClass.TARGET_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.VEHICLE;
import static io.missionwatch.enrich.events.words.WordClass.WEAPON;
import static io.missionwatch.enrich.events.words.WordClass.WILL;
import static io.missionwatch.enrich.events.words.WordClass.WOULD;

import io.missionwatch.enrich.events.words.TriggerHit;
import java.util.Set;

/** Tells the verbs from the nouns that look like them: "to bomb the embassy" from "a car bomb". */
final class Verbs {

    private static final long BEFORE_VERB = WILL.bit()
            | WOULD.bit()
            | MAY.bit()
            | SHOULD.bit()
            | NEGATION.bit()
            | RELATIVE.bit()
            | CONJUNCTION.bit()
            | ADVERB.bit()
            | PERPETRATOR.bit()
            | FORCES.bit();
    private static final long BEFORE_NOUN = TARGET_PREPOSITION.bit()
            | OTHER_PREPOSITION.bit()
            | AGENT_PREPOSITION.bit()
            | NEUTRAL.bit()
            | VEHICLE.bit()
            | WEAPON.bit();
    private static final Set<String> SUBJECTS =
            Set.of("to", "i", "you", "we", "they", "he", "she", "it", "do", "did", "does", "let", "'ll", "not", ",");
    private static final Set<String> DETERMINERS = Set.of(
            "a", "an", "the", "this", "that", "these", "those", "no", "any", "every", "each", "its", "his", "her",
            "their", "our", "my", "your", "'s", "-", "second", "first", "last", "of", "new", "time", "pipe", "nail",
            "letter", "parcel");

    private Verbs() {}

    /** The first word of a trigger is a verb, as far as its form and the word before it tell. */
    static boolean isVerb(Line line, TriggerHit hit) {
        var word = line.word(hit.first());
        if (hit.end() - hit.first() > 1
                || word.endsWith("ed")
                || word.endsWith("ing")
                || irregular(line, hit.first())) {
            return true;
        }
        int before = hit.first() - 1;
        if (before < 0 || line.isPunctuation(before)) {
            return !line.is(hit.first(), WEAPON) && !line.word(before).equals("-");
        }
        if (line.isAny(before, BEFORE_VERB)
                || SUBJECTS.contains(line.word(before))
                || line.word(before).endsWith("ly")) {
            return !DETERMINERS.contains(line.word(before));
        }
        if (line.isAny(before, BEFORE_NOUN)
                || DETERMINERS.contains(line.word(before))
                || line.token(before).isNumber()) {
            return false;
        }
        boolean plural = line.word(before).endsWith("s") && !line.word(before).equals("'s");
        return word.endsWith("s")
                ? !line.is(hit.first(), WEAPON)
                : plural || line.isActor(before) || line.isMission(before);
    }

    private static boolean irregular(Line line, int at) {
        return line.is(at, io.missionwatch.enrich.events.words.WordClass.PARTICIPLE) && !line.is(at, WEAPON);
    }
}
