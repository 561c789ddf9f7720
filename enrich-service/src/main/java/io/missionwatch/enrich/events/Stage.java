package io.missionwatch.enrich.events;

import static io.missionwatch.enrich.events.words.WordClass.DRILL;
import static io.missionwatch.enrich.events.words.WordClass.FIGHTERS;
import static io.missionwatch.enrich.events.words.WordClass.LOOKS_BACK;
import static io.missionwatch.enrich.events.words.WordClass.NO_DRILL;
import static io.missionwatch.enrich.events.words.WordClass.PLAYS;
import static io.missionwatch.enrich.events.words.WordClass.SHOW;
import static io.missionwatch.enrich.events.words.WordClass.SPORT;
import static io.missionwatch.enrich.events.words.WordClass.WEAPON;

import io.missionwatch.enrich.events.time.TimeWords;
import io.missionwatch.enrich.events.words.WordClass;
import io.missionwatch.enrich.text.Field;
import java.util.List;

/** What an article as a whole is about, where that changes what its words mean: a match, a film, a drill, a look back, a coup. */
record Stage(
        boolean sport,
        boolean show,
        boolean story,
        boolean mentionsShow,
        boolean drill,
        boolean mentionsDrill,
        boolean retrospective,
        int showInTitle,
        LandmarkNews landmarks) {

    private static final int OPENING = 3;
    private static final double SPORTING = 0.012;
    private static final int BRIEF = 40;
    /** A notice of a film is shorter than a report. */
    private static final int NOTICE = 90;

    private static final int CLOCK = 6;

    static Stage of(List<Line> lines, TimeWords words) {
        int length = 0;
        int sport = 0;
        int shows = 0;
        int showInTitle = 0;
        boolean story = false;
        boolean drill = false;
        boolean mentionsDrill = false;
        boolean retrospective = false;
        for (var line : lines) {
            boolean title = line.sentence().field() == Field.TITLE;
            length += line.size();
            int showsHere = count(line, SHOW);
            sport += count(line, SPORT);
            shows += showsHere;
            showInTitle += title ? showsHere : 0;
            story |= line.number() < 2 && tellsOfShow(line, 0);
            boolean drillHere = drill(line);
            mentionsDrill |= drillHere;
            drill |= (title || line.number() < OPENING) && drillHere;
            retrospective |= line.number() < OPENING && looksBack(line);
        }
        boolean show = shows >= 3 && shows > SPORTING * length;
        boolean game = sport >= 3 && sport > SPORTING * length || sport >= 2 && length < BRIEF;
        return new Stage(
                game,
                show,
                story && length < NOTICE,
                shows > 0,
                drill,
                mentionsDrill,
                retrospective,
                showInTitle,
                new LandmarkNews(lines, words));
    }

    private static int count(Line line, WordClass wordClass) {
        int count = 0;
        for (int at = 0; line.has(wordClass) && at < line.size(); at++) {
            count += line.is(at, wordClass) ? 1 : 0;
        }
        return count;
    }

    private static boolean looksBack(Line line) {
        for (int at = 0; at < Math.min(4, line.size()); at++) {
            boolean factBox = line.word(at).equals("fact") && line.word(at + 1).equals("box");
            boolean onThisDay = line.word(at).equals("on")
                    && line.word(at + 1).equals("this")
                    && line.word(at + 2).equals("day");
            if (line.is(at, LOOKS_BACK) && !byTheClock(line) || factBox || onThisDay) {
                return true;
            }
        }
        return false;
    }

    /** "Timeline: 09:28 ..": of the day itself. */
    private static boolean byTheClock(Line line) {
        for (int at = 0; at < Math.min(CLOCK, line.size()); at++) {
            if (line.token(at).isNumber() && line.word(at).indexOf(':') > 0) {
                return true;
            }
        }
        return false;
    }

    static boolean drill(Line line) {
        int end = line.has(DRILL) ? line.size() : 0;
        for (int at = 0; at < end; at++) {
            if (line.is(at, DRILL) && !line.is(at + 1, NO_DRILL)) {
                return true;
            }
        }
        return false;
    }

    /** A shot alone may be one at goal. */
    private static boolean armed(Line line) {
        for (int at = 0; at < line.size(); at++) {
            if (line.is(at, WEAPON) && !line.word(at).startsWith("shot")) {
                return true;
            }
        }
        return line.anyOf(FIGHTERS, 0, line.size());
    }

    /** The draft's words are about a game, a story or a drill. */
    boolean playsWith(Draft draft, Cast cast) {
        var line = draft.line;
        if (drill || mentionsDrill && drill(line)) {
            return true;
        }
        if (sport && (draft.missions.isEmpty() || !armed(line))) {
            return true;
        }
        if (show && line.times().isEmpty() && (showInTitle > 0 || !namesMission(draft, cast))) {
            return true;
        }
        return story || mentionsShow && tellsOfShow(line, showInTitle);
    }

    private static boolean tellsOfShow(Line line, int before) {
        int shows = before;
        boolean about = false;
        for (int at = 0; at < line.size(); at++) {
            if (line.is(at, SHOW)) {
                shows++;
                about |= !line.is(at, SPORT) && isAbout(line, at);
            }
        }
        return shows >= 2 || about;
    }

    private static boolean isAbout(Line line, int at) {
        return line.word(at + 1).equals("about")
                || line.is(at + 1, PLAYS)
                || line.word(at - 1).equals("new")
                || line.word(at - 2).equals("in");
    }

    /** Whose embassy it is, or where, is told of real ones; a review that tells it too names the work in its title. */
    private static boolean namesMission(Draft draft, Cast cast) {
        return draft.missions.stream()
                .map(cast::mission)
                .anyMatch(mission -> mission.sendingState().isPresent()
                        || mission.hostState().isPresent());
    }
}
