package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.ADVERB;
import static io.missionwatch.enrich.events.words.WordClass.AGENT_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.ATTEMPT;
import static io.missionwatch.enrich.events.words.WordClass.AVERTING;
import static io.missionwatch.enrich.events.words.WordClass.BACKGROUND_CUE;
import static io.missionwatch.enrich.events.words.WordClass.BE;
import static io.missionwatch.enrich.events.words.WordClass.DONE;
import static io.missionwatch.enrich.events.words.WordClass.EVENTUALITY;
import static io.missionwatch.enrich.events.words.WordClass.IF;
import static io.missionwatch.enrich.events.words.WordClass.IMMINENT;
import static io.missionwatch.enrich.events.words.WordClass.MAY;
import static io.missionwatch.enrich.events.words.WordClass.NEGATION;
import static io.missionwatch.enrich.events.words.WordClass.OF_CASES;
import static io.missionwatch.enrich.events.words.WordClass.PROBABLE;
import static io.missionwatch.enrich.events.words.WordClass.PROTECTION;
import static io.missionwatch.enrich.events.words.WordClass.RANKED;
import static io.missionwatch.enrich.events.words.WordClass.RELATIVE;
import static io.missionwatch.enrich.events.words.WordClass.REPORT;
import static io.missionwatch.enrich.events.words.WordClass.SHOULD;
import static io.missionwatch.enrich.events.words.WordClass.TARGET_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.WILL;
import static io.missionwatch.enrich.events.words.WordClass.WOULD;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Modality;
import io.missionwatch.enrich.events.words.WordClasses;

/** Reads whether the text says that an event is so, may be, is meant to be, would be or is not. */
final class Modalities {

    private static final int VERB_REACH = 6;
    private static final int NOUN_REACH = 4;
    private static final int RANK_REACH = 6;
    private static final int NOBODY_REACH = 9;
    private static final int IF_REACH = 20;
    private static final WordClasses OPEN_MODAL = WordClasses.of(MAY, WILL, WOULD);
    private static final WordClasses MODAL = OPEN_MODAL.and(WordClasses.of(SHOULD));

    private Modalities() {}

    static void read(Draft draft) {
        if (draft.modality == Modality.NEGATED) {
            return;
        }
        var line = draft.line;
        if (line.endsAsQuestion()) {
            draft.is(Modality.HYPOTHETICAL, "question", line.size() - 1);
        } else if (!conditional(draft)) {
            if (draft.isNominal()) {
                ofNoun(draft);
            } else {
                ofVerb(draft);
            }
        }
    }

    private static boolean conditional(Draft draft) {
        var line = draft.line;
        int first = draft.hit().first();
        int condition = line.leftOf(first, IF, IF_REACH);
        if (condition >= 0 && !parted(line, condition, first) && !reportedWhether(line, condition)) {
            draft.is(Modality.HYPOTHETICAL, "if-clause", condition);
            return true;
        }
        int relative = draft.clause.first() - 1;
        if (line.is(relative, RELATIVE) && line.word(relative - 1).startsWith("any")) {
            draft.is(Modality.HYPOTHETICAL, "anyone-who", relative - 1);
            return true;
        }
        boolean wereTo = line.word(draft.clause.first()).equals("were")
                && (line.word(first - 1).equals("to") || line.word(first - 2).equals("to"));
        if (wereTo || line.word(draft.clause.first()).equals("should") && first - draft.clause.first() < 12) {
            draft.is(Modality.HYPOTHETICAL, "should-clause", draft.clause.first());
            return true;
        }
        for (int at = Math.max(0, first - 6); line.has(EVENTUALITY) && at < first; at++) {
            if (line.is(at, EVENTUALITY)
                    && line.is(at - 1, OF_CASES)
                    && !line.anyOf(BACKGROUND_CUE, 0, line.size())
                    && line.word(at + 1).equals("of")) {
                draft.is(Modality.HYPOTHETICAL, "in-case-of", at);
                return true;
            }
        }
        return false;
    }

    /** A comma ends the if-clause; what follows it is the main clause. */
    private static boolean parted(Line line, int from, int to) {
        for (int at = from; at < to; at++) {
            if (line.word(at).equals(",") || line.isStop(at)) {
                return !line.anyOf(WOULD, at, to);
            }
        }
        return false;
    }

    private static boolean reportedWhether(Line line, int at) {
        return line.word(at).equals("whether") && line.anyOf(REPORT, at - 3, at);
    }

    private static void ofVerb(Draft draft) {
        var line = draft.line;
        int reach = draft.type == EventType.CLAIM_OF_RESPONSIBILITY ? 2 * VERB_REACH : VERB_REACH;
        int from = Math.max(draft.clause.first(), draft.hit().first() - reach);
        if (laterInfinitive(draft)) {
            return;
        }
        if (nobodyDoes(draft)) {
            draft.is(Modality.NEGATED, "no-subject", draft.clause.first());
            return;
        }
        for (int at = draft.hit().first() - 1; at >= from; at--) {
            if (line.isStop(at) || line.word(at).equals(",")) {
                return;
            }
            if (decides(draft, at)) {
                return;
            }
        }
    }

    /** "No embassy has been attacked": the clause opens with a "no" that only its own verb can belong to. */
    private static boolean nobodyDoes(Draft draft) {
        var line = draft.line;
        int first = draft.clause.first();
        int verb = draft.hit().first();
        if (!line.is(first, NEGATION) || verb - first > NOBODY_REACH) {
            return false;
        }
        boolean auxiliary = false;
        for (int at = first + 1; at < verb; at++) {
            boolean other = auxiliary && !line.isAny(at, Targets.FINITE) && !line.is(at, ADVERB);
            if (other || line.isPunctuation(at) || line.isAny(at, REPORT, TARGET_PREPOSITION)) {
                return false;
            }
            auxiliary |= line.isAny(at, Targets.FINITE);
        }
        return true;
    }

    /** "to mobilise, to meet and occupy the embassies": a bare verb that an infinitive before it carries on. */
    private static boolean laterInfinitive(Draft draft) {
        var line = draft.line;
        int first = draft.hit().first();
        boolean bare = !draft.clause.participle()
                && !line.word(first).endsWith("s")
                && !line.word(first).endsWith("ing");
        boolean continued = line.word(first - 1).equals("and")
                || line.word(first - 1).equals("or")
                || line.word(first - 1).equals(",");
        if (!bare || !continued || Insertions.before(line, first - 1) < first - 1) {
            return false;
        }
        for (int at = first - 2; at >= Math.max(draft.clause.first(), first - 12); at--) {
            if (line.word(at).equals("to") && !line.word(at + 1).equals("the")) {
                infinitive(draft, at);
                return true;
            }
        }
        return false;
    }

    private static boolean decides(Draft draft, int at) {
        var line = draft.line;
        if (line.is(at, NEGATION) && !line.word(at + 1).equals("only")) {
            draft.is(Modality.NEGATED, "negation", at);
        } else if (line.is(at, WILL)) {
            draft.is(
                    line.anyOf(NEGATION, at - 1, at + 2) || nobody(line, at) ? Modality.NEGATED : Modality.PLANNED,
                    "will",
                    at);
        } else if (line.is(at, WOULD)) {
            boolean announced = draft.type.concernsOffices() && line.anyOf(REPORT, 0, at);
            draft.is(announced ? Modality.PLANNED : Modality.HYPOTHETICAL, "would", at);
        } else if (line.is(at, MAY)) {
            draft.is(negatedNext(line, at), "may", at);
        } else if (line.is(at, SHOULD)) {
            draft.is(Modality.HYPOTHETICAL, "should", at);
        } else if (line.word(at).equals("to") && at == draft.hit().first() - 1) {
            infinitive(draft, at);
        } else {
            return line.is(at, BE) && !line.anyOf(NEGATION, at - 2, at) && !modalBefore(line, at);
        }
        return true;
    }

    /** "none of its staff will". */
    private static boolean nobody(Line line, int will) {
        return line.word(will - 4).equals("none") || line.word(will - 3).equals("none");
    }

    private static Modality negatedNext(Line line, int at) {
        return line.is(at + 1, NEGATION) ? Modality.NEGATED : Modality.POSSIBLE;
    }

    private static boolean modalBefore(Line line, int be) {
        return line.isAny(be - 1, MODAL)
                || line.isAny(be - 2, MODAL)
                || line.word(be - 1).equals("to");
    }

    /** "tried to storm" has happened; "is to close", "ordered to evacuate" will; "able to attack" is nothing yet. */
    private static void infinitive(Draft draft, int at) {
        var line = draft.line;
        if (line.leftOf(at, ATTEMPT, 6) >= 0 || line.is(at - 1, DONE) || isRanked(draft, at)) {
            return;
        }
        if (line.anyOf(NEGATION, at - 3, at)) {
            draft.is(Modality.NEGATED, "negation", at);
            return;
        }
        boolean office = draft.type.concernsOffices();
        draft.is(office ? Modality.PLANNED : Modality.HYPOTHETICAL, "infinitive", at);
    }

    /** "became the latest country to close its embassy": whoever is counted so has done it. */
    private static boolean isRanked(Draft draft, int to) {
        var line = draft.line;
        for (int at = to - 1; at > Math.max(draft.clause.first(), to - RANK_REACH) && !line.isPunctuation(at); at--) {
            if (line.is(at, RANKED) && line.word(at - 1).equals("the")) {
                return true;
            }
        }
        return false;
    }

    private static void ofNoun(Draft draft) {
        var line = draft.line;
        int first = draft.hit().first();
        for (int at = first - 1; at >= Math.max(draft.clause.first(), first - NOUN_REACH); at--) {
            boolean parted = line.isPunctuation(at) && !line.word(at).equals("-");
            boolean preposition = line.isAny(at, TARGET_PREPOSITION, AGENT_PREPOSITION);
            if (parted || (preposition && !line.word(at).equals("against"))) {
                break;
            }
            if (line.is(at, NEGATION)) {
                draft.is(Modality.NEGATED, "negation", at);
                return;
            }
            if (line.word(at).equals("any") || line.word(at).equals("every")) {
                boolean none = line.is(at - 1, NEGATION) || line.is(at - 2, NEGATION);
                draft.is(none ? Modality.NEGATED : Modality.HYPOTHETICAL, "any", at);
                return;
            }
            if (line.is(at, IMMINENT)
                    && !line.word(at).equals("suspected")
                    && !line.word(at).equals("alleged")) {
                draft.is(Modality.POSSIBLE, "possible", at);
                return;
            }
            if (averted(line, at)) {
                draft.is(Modality.HYPOTHETICAL, "prevention", at);
                return;
            }
        }
        if (Generics.speaks(draft)) {
            draft.is(Modality.HYPOTHETICAL, "generic", first);
        } else {
            ofPredicate(draft);
        }
    }

    private static boolean averted(Line line, int at) {
        if (line.word(at).equals("against")) {
            return line.is(at - 1, PROTECTION);
        }
        return line.is(at, AVERTING);
    }

    /** "an attack on the embassy is possible", "an attack will follow", "no attack took place". */
    private static void ofPredicate(Draft draft) {
        var line = draft.line;
        for (int at = draft.hit().end();
                at < Math.min(draft.clause.end(), draft.hit().end() + 10);
                at++) {
            if (line.word(at).equals(",")) {
                return;
            }
            if (line.is(at, WILL) && draft.type.concernsOffices()) {
                draft.is(Modality.PLANNED, "will", at);
                return;
            }
            if (line.isAny(at, OPEN_MODAL)) {
                draft.is(line.is(at, MAY) ? Modality.POSSIBLE : Modality.HYPOTHETICAL, "modal-predicate", at);
                return;
            }
            if (line.is(at, BE) && line.is(at + 1, PROBABLE)) {
                draft.is(Modality.POSSIBLE, "possible", at + 1);
                return;
            }
            if (line.is(at, BE) || line.is(at, REPORT)) {
                return;
            }
        }
    }
}
