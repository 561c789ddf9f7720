package io.missionwatch.enrich.events;

import io.missionwatch.enrich.events.words.WordClass;
import io.missionwatch.enrich.events.words.WordClasses;

/** What is set into a sentence and says nothing of the rest of it: relative clauses between commas, words in brackets. */
final class Insertions {

    private static final int LONGEST = 28;
    private static final WordClasses VERB_COMPANY =
            WordClasses.of(WordClass.HAVE, WordClass.HAD, WordClass.BE, WordClass.ADVERB);

    private Insertions() {}

    /**
     * "the ambassador, who had served in Rome, was shot": for the comma behind the relative clause, which a verb follows, the one before
     * it; any other token itself.
     */
    static int before(Line line, int at) {
        if (!line.word(at).equals(",") || !(line.triggers(at + 1) || line.isAny(at + 1, VERB_COMPANY))) {
            return at;
        }
        for (int left = at - 1; left > Math.max(0, at - LONGEST) && !line.isStop(left); left--) {
            if (line.is(left, WordClass.RELATIVE) && line.word(left - 1).equals(",")) {
                return left - 1;
            }
        }
        return at;
    }

    /** A token stands in an insertion that another is not in: the "1967" of "who had fought in 1967, was shot". */
    static boolean part(Line line, int token, int other) {
        int bracket = bracket(line, token);
        if (bracket >= 0 && bracket != bracket(line, other)) {
            return true;
        }
        for (int at = token + 1; at < other; at++) {
            if (before(line, at) < token) {
                return true;
            }
        }
        return false;
    }

    /** The bracket that was open at a token is closed at another. */
    static boolean leaves(Line line, int token, int at) {
        int bracket = line.word(at).equals(")") ? bracket(line, at - 1) : -1;
        return bracket >= 0 && bracket < token;
    }

    /** The bracket within which a token stands, or -1. */
    private static int bracket(Line line, int at) {
        for (int left = at; left >= 0; left--) {
            if (line.word(left).equals("(")) {
                return left;
            }
            if (line.word(left).equals(")")) {
                return -1;
            }
        }
        return -1;
    }
}
