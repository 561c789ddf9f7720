package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.ASSAILS;
import static io.missionwatch.enrich.events.words.WordClass.FIGHTERS;
import static io.missionwatch.enrich.events.words.WordClass.FORUM;
import static io.missionwatch.enrich.events.words.WordClass.KILLED_VERB;
import static io.missionwatch.enrich.events.words.WordClass.MESSAGE;
import static io.missionwatch.enrich.events.words.WordClass.PERPETRATOR;
import static io.missionwatch.enrich.events.words.WordClass.SCOLDING;
import static io.missionwatch.enrich.events.words.WordClass.WEAPON;
import static io.missionwatch.enrich.events.words.WordClass.WOUNDED_VERB;

import io.missionwatch.enrich.events.words.TriggerHit;
import io.missionwatch.enrich.events.words.WordClasses;

/** Tells violence of words from violence: "attacked the envoy in parliament", "bombarded the consulate with calls". */
final class Figures {

    private static final int REACH = 18;
    private static final int PHRASE = 3;
    private static final WordClasses HARM = WordClasses.of(WEAPON, KILLED_VERB, WOUNDED_VERB, FIGHTERS, PERPETRATOR);

    private Figures() {}

    /** The trigger assails with words alone. */
    static boolean speaks(Line line, TriggerHit hit) {
        if (!line.is(hit.first(), ASSAILS)) {
            return false;
        }
        for (int at = hit.end(); at < Math.min(line.size(), hit.end() + REACH); at++) {
            if (line.isStop(at) || line.partsClauses(at)) {
                return false;
            }
            if (isWordy(line, at)) {
                return !isHarmful(line, hit);
            }
        }
        return false;
    }

    private static boolean isWordy(Line line, int at) {
        if (line.isMission(at)) {
            return false;
        }
        return line.is(at, SCOLDING)
                || line.is(at, FORUM) && follows(line, at, "in", "on")
                || line.is(at, MESSAGE) && follows(line, at, "with", "by");
    }

    private static boolean follows(Line line, int noun, String one, String other) {
        for (int at = noun - 1; at >= Math.max(0, noun - PHRASE); at--) {
            if (line.word(at).equals(one) || line.word(at).equals(other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHarmful(Line line, TriggerHit hit) {
        for (int at = 0; at < line.size(); at++) {
            boolean own = at >= hit.first() && at < hit.end();
            if (!own && line.isAny(at, HARM) && !line.isMission(at)) {
                return true;
            }
        }
        return false;
    }
}
