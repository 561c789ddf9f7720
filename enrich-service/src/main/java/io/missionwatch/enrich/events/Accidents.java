package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.ACCIDENT;
import static io.missionwatch.enrich.events.words.WordClass.EXPLOSIVE;
import static io.missionwatch.enrich.events.words.WordClass.MALICE;
import static io.missionwatch.enrich.events.words.WordClass.NEGATION;

/** Reads that a fire, a blast or a crash was nobody's deed. */
final class Accidents {

    private static final int REACH = 6;

    private Accidents() {}

    /** "ruled out arson", "an electrical fault", "the brakes failed". */
    static boolean told(Line line) {
        for (int at = 0; at < line.size(); at++) {
            boolean named = (line.is(at, ACCIDENT) && !isOfBomb(line, at) || cause(line, at))
                    && !line.anyOf(NEGATION, at - 3, at);
            if (named || ruledOut(line, at)) {
                return true;
            }
        }
        return false;
    }

    /** "The device did not go off because of a malfunction": that it failed makes it no accident. */
    private static boolean isOfBomb(Line line, int at) {
        return line.word(at).startsWith("malfunction") && line.anyOf(EXPLOSIVE, 0, at);
    }

    /** "was an accident", not the traffic accident of another day. */
    private static boolean cause(Line line, int at) {
        return switch (line.word(at)) {
            case "accident" ->
                line.word(at - 1).equals("an") || line.word(at - 1).equals("by");
            case "electrical" ->
                line.word(at + 1).startsWith("f") || line.word(at + 1).startsWith("short");
            case "short" ->
                line.word(at + 1).equals("circuit")
                        || line.word(at + 1).equals("-") && line.word(at + 2).equals("circuit");
            case "brakes" -> line.word(at + 1).startsWith("fail");
            default -> false;
        };
    }

    private static boolean ruledOut(Line line, int at) {
        return line.word(at).startsWith("rul")
                && line.word(at + 1).equals("out")
                && !line.anyOf(NEGATION, at - 3, at)
                && (line.rightOf(at + 2, MALICE, REACH) >= 0 || line.leftOf(at, MALICE, REACH) >= 0);
    }
}
