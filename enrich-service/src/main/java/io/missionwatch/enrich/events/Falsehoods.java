package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.DOUBT;
import static io.missionwatch.enrich.events.words.WordClass.FALSEHOOD;
import static io.missionwatch.enrich.events.words.WordClass.NEGATION;
import static io.missionwatch.enrich.events.words.WordClass.POINTING;
import static io.missionwatch.enrich.events.words.WordClass.TRUTH;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Modality;
import io.missionwatch.enrich.events.facets.Verification;
import java.util.List;

/** Reads that what was told is not so: "these reports do not correspond to reality", "the rumours of an attack were false". */
final class Falsehoods {

    private static final int REACH = 24;
    private static final int NEGATED = 3;
    private static final int LINES = 2;

    private Falsehoods() {}

    /** Takes back what the line tells between the reports and their falsehood. */
    static void takeBack(Line line, List<Draft> told) {
        int falsehood = told.isEmpty() ? -1 : falsehood(line);
        int report = report(line, falsehood);
        for (var draft : told) {
            int at = draft.hit().first();
            if (report >= 0 && at > report && at < falsehood && isDeed(draft.type)) {
                draft.is(Modality.NEGATED, "denied", falsehood);
                draft.is(Verification.DENIED, "denied", falsehood);
            }
        }
    }

    /** Takes back what the lines before told, where the line says so of "these reports". */
    static void takeBackOf(Line line, List<Telling> before) {
        int report = report(line, falsehood(line));
        if (report < 0
                || !line.is(report - 1, POINTING)
                || line.word(report + 1).equals("of")) {
            return;
        }
        for (var telling : before) {
            int distance = line.number() - telling.lastLine();
            if (distance > 0 && distance <= LINES && isDeed(telling.type())) {
                telling.wasUntrue();
            }
        }
    }

    private static int report(Line line, int falsehood) {
        return falsehood < 0 ? -1 : line.leftOf(falsehood, DOUBT, REACH);
    }

    private static boolean isDeed(EventType type) {
        return type.isViolent() || type.concernsOffices();
    }

    /** The word that says so: "false", or the "truth" of "no truth in"; -1 where none does. */
    private static int falsehood(Line line) {
        for (int at = 1; line.has(DOUBT) && at < line.size(); at++) {
            boolean negated = line.anyOf(NEGATION, at - NEGATED, at);
            if (line.is(at, FALSEHOOD) && !negated || negated && line.is(at, TRUTH)) {
                return at;
            }
        }
        return -1;
    }
}
