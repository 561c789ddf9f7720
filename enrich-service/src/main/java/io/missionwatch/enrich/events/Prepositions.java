package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.ADVERB;
import static io.missionwatch.enrich.events.words.WordClass.AGENT_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.APPROXIMATE;
import static io.missionwatch.enrich.events.words.WordClass.CONJUNCTION;
import static io.missionwatch.enrich.events.words.WordClass.NEUTRAL;
import static io.missionwatch.enrich.events.words.WordClass.OTHER_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.PEOPLE;
import static io.missionwatch.enrich.events.words.WordClass.SENT_TO;
import static io.missionwatch.enrich.events.words.WordClass.STAFF;
import static io.missionwatch.enrich.events.words.WordClass.TARGET_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.VEHICLE;
import static io.missionwatch.enrich.events.words.WordClass.WORKS_AT;

import io.missionwatch.enrich.events.words.WordClasses;

/** Finds the preposition that a phrase hangs on. */
final class Prepositions {

    private static final WordClasses PREPOSITION =
            WordClasses.of(TARGET_PREPOSITION, OTHER_PREPOSITION, AGENT_PREPOSITION, WORKS_AT);
    private static final WordClasses BEFORE_ARTICLE = PREPOSITION.and(WordClasses.of(NEUTRAL, CONJUNCTION, ADVERB));

    private Prepositions() {}

    /** "an officer with the embassy", "a guard from the consulate": people of a mission, whatever the preposition. */
    static boolean isOfStaff(Line line, int preposition) {
        return (line.word(preposition).equals("with") || line.word(preposition).equals("from"))
                && line.isAny(preposition - 1, STAFF, PEOPLE)
                && line.rightOf(preposition, VEHICLE, 4) < 0;
    }

    /** "a translator employed by the embassy". */
    static boolean isEmployer(Line line, int preposition) {
        return line.is(preposition, AGENT_PREPOSITION) && line.leftOf(preposition, WORKS_AT, 5) >= 0;
    }

    /** "a parcel addressed to the embassy", "bound for the consulate". */
    static boolean isSentTo(Line line, int mission) {
        return line.leftOf(mission, SENT_TO, 4) >= 0;
    }

    /** "Barrios, ambassador to Spain during the last government": an office that was held. */
    static boolean isTermOfOffice(Line line, int mission) {
        int end = line.endOfMission(mission);
        boolean during = line.word(end + 2).equals("during") || line.word(end).equals("during");
        return during && line.word(mission - 1).equals(",");
    }

    /** "around fifty diplomats": a number, and no place. */
    private static boolean isRoughly(Line line, int at) {
        return line.is(at, APPROXIMATE) && Numbers.isNumber(line, at + 1);
    }

    /** The preposition that a mission hangs on, over its articles, adjectives and coordinated neighbours, or -1. */
    static int before(Line line, int mission) {
        boolean opened = false;
        for (int at = mission - 1; at >= Math.max(0, mission - 7); at--) {
            // "For safety reasons the embassy": the article opens a phrase of its own.
            if (opened && !line.isAny(at, BEFORE_ARTICLE) && !line.isPunctuation(at)) {
                return -1;
            }
            opened = line.word(at).equals("the");
            if (line.isAny(at, PREPOSITION) && !isRoughly(line, at)) {
                return at;
            }
            if (line.isAny(at, Targets.PREDICATE) || line.isPunctuation(at)) {
                return -1;
            }
        }
        return -1;
    }
}
