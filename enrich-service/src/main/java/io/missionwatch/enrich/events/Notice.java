package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.AGENT_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.DETERMINER;
import static io.missionwatch.enrich.events.words.WordClass.NEUTRAL;
import static io.missionwatch.enrich.events.words.WordClass.NOTICE;
import static io.missionwatch.enrich.events.words.WordClass.NOTICE_KIND;
import static io.missionwatch.enrich.events.words.WordClass.OTHER_PREPOSITION;
import static io.missionwatch.enrich.events.words.WordClass.UNARMED;
import static io.missionwatch.enrich.events.words.WordClass.WEAPON;

import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.words.Trigger;
import io.missionwatch.enrich.events.words.WordClasses;
import java.util.List;

/** What a mission tells its people, headed as such: "Security Alert - U.S. Embassy Kampala". What it says there it says itself. */
final class Notice {

    private static final int LINES = 2;
    private static final int OPENING = 10;
    private static final WordClasses BETWEEN =
            WordClasses.of(NEUTRAL, OTHER_PREPOSITION, AGENT_PREPOSITION, DETERMINER, NOTICE, NOTICE_KIND, UNARMED);

    private final List<Integer> issuers;

    private Notice(List<Integer> issuers) {
        this.issuers = List.copyOf(issuers);
    }

    /** The notice that an article is; one without issuers where it is none. */
    static Notice of(List<Line> lines) {
        for (var line : lines.subList(0, Math.min(LINES, lines.size()))) {
            int issuer = line.has(NOTICE) ? issuer(line) : Line.NOBODY;
            if (issuer != Line.NOBODY) {
                return new Notice(line.missionsAt(issuer));
            }
        }
        return new Notice(List.of());
    }

    /** The indices of the missions that a reading concerns for being said by them. */
    List<Integer> missions(Trigger reading) {
        return reading.type() == EventType.WARNING ? issuers : List.of();
    }

    /** A token of the mission whose name stands beside the word for a notice, with nothing but small words and names between. */
    private static int issuer(Line line) {
        for (int at = 0; at < Math.min(OPENING, line.size()); at++) {
            if (line.is(at, NOTICE) && !line.is(at - 1, WEAPON)) {
                return after(line, at);
            }
            if (line.isMission(at)) {
                return before(line, at);
            }
        }
        return Line.NOBODY;
    }

    private static int after(Line line, int notice) {
        for (int at = notice + 1; at < Math.min(notice + OPENING, line.size()); at++) {
            if (line.isMission(at)) {
                return at;
            }
            if (!mayStandBetween(line, at)) {
                return Line.NOBODY;
            }
        }
        return Line.NOBODY;
    }

    private static int before(Line line, int mission) {
        for (int at = line.endOfMission(mission); at < Math.min(mission + OPENING, line.size()); at++) {
            if (line.is(at, NOTICE)) {
                return line.isPunctuation(at + 1)
                                || at + 1 == line.size()
                                || line.word(at + 1).equals("for")
                        ? mission
                        : Line.NOBODY;
            }
            if (!mayStandBetween(line, at)) {
                return Line.NOBODY;
            }
        }
        return Line.NOBODY;
    }

    private static boolean mayStandBetween(Line line, int at) {
        var token = line.token(at);
        return line.isPunctuation(at) || token.isCapitalised() || token.isNumber() || line.isAny(at, BETWEEN);
    }
}
