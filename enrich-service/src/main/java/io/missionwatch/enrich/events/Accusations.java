package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.ACCUSES;
import static io.missionwatch.enrich.events.words.WordClass.BE;
import static io.missionwatch.enrich.events.words.WordClass.CLAIMS_RESPONSIBILITY;
import static io.missionwatch.enrich.events.words.WordClass.MEMBERSHIP;
import static io.missionwatch.enrich.events.words.WordClass.NEGATION;
import static io.missionwatch.enrich.events.words.WordClass.PERPETRATOR;
import static io.missionwatch.enrich.events.words.WordClass.REPORT;

import io.missionwatch.enrich.events.words.WordClasses;

/** Reads whether the words around a group say that it did what is told: "blamed on", "the work of", "said they were members of". */
final class Accusations {

    private static final int BEFORE = 7;
    private static final int AFTER = 9;
    private static final int PHRASE = 4;
    private static final int SUBJECT = 10;
    private static final WordClasses WORDS = WordClasses.of(CLAIMS_RESPONSIBILITY, ACCUSES);

    private Accusations() {}

    static boolean against(Line line, int actor) {
        int end = line.hasAny(WORDS) ? Math.min(line.size(), actor + AFTER) : 0;
        for (int at = Math.max(0, actor - BEFORE); at < end; at++) {
            boolean claims = line.is(at, CLAIMS_RESPONSIBILITY) && !line.anyOf(NEGATION, 0, at);
            if (claims || line.is(at, ACCUSES) && !line.anyOf(NEGATION, at - 3, at)) {
                return true;
            }
        }
        return isWorkOf(line, actor) || isMembership(line, actor);
    }

    /** "the killings were the work of X". */
    private static boolean isWorkOf(Line line, int actor) {
        int of = line.word(actor - 1).equals("the") ? actor - 2 : actor - 1;
        return line.word(of).equals("of") && line.word(of - 1).equals("work");
    }

    /** "the gunmen, who said they were members of X". */
    private static boolean isMembership(Line line, int actor) {
        int member = line.leftOf(actor, MEMBERSHIP, PHRASE);
        return member >= 0
                && line.leftOf(member, BE, PHRASE) >= 0
                && (line.leftOf(member, PERPETRATOR, SUBJECT) >= 0 || line.leftOf(member, REPORT, SUBJECT) >= 0);
    }
}
