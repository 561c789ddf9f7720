package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.AGENT_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.CONJUNCTION;
import static io.missionwatch.enrich.events.words.WordClass.DETERMINER;
import static io.missionwatch.enrich.events.words.WordClass.NEUTRAL;
import static io.missionwatch.enrich.events.words.WordClass.OTHER_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.RELATIVE;
import static io.missionwatch.enrich.events.words.WordClass.TARGET_PREPOSITION;

import io.missionwatch.enrich.events.words.WordClasses;
import java.util.List;

/** Finds the missions that stand before a noun and belong to it. */
final class Compounds {

    /** What stands in no compound. */
    private static final WordClasses OUTSIDE = Targets.PREDICATE.and(
            WordClasses.of(NEUTRAL, TARGET_PREPOSITION, OTHER_PREPOSITION, AGENT_PREPOSITION, CONJUNCTION, RELATIVE));

    private Compounds() {}

    /** Missions in the compound before a noun: "the US embassy | bombing", "the ambassador's | murder". */
    static List<Integer> before(Line line, int noun) {
        for (int at = noun - 1; at >= Math.max(0, noun - 4); at--) {
            if (line.isMission(at)) {
                int start = line.startOfMission(at);
                return Targets.former(line, start) ? List.of() : List.of(start);
            }
            if (line.token(at).isNumber()
                    || (line.isPunctuation(at) && !line.word(at).equals("-"))) {
                return List.of();
            }
            if (line.isAny(at, OUTSIDE) || line.is(at, DETERMINER)) {
                return List.of();
            }
        }
        return List.of();
    }
}
