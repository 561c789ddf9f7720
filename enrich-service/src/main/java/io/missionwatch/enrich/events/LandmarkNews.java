package io.missionwatch.enrich.events;

import io.missionwatch.enrich.events.time.TimeExpression;
import io.missionwatch.enrich.events.time.TimeRelation;
import io.missionwatch.enrich.events.time.TimeWords;
import io.missionwatch.enrich.text.Field;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The landmarks that an article itself tells as news, in its title or beside a day of these: what came after them is as new as they
 * are. What came after any other is background.
 */
final class LandmarkNews {

    private static final int MISSION_REACH = 4;
    private static final int DATE_REACH = 3;

    private final List<Line> lines;
    private final TimeWords words;
    /** Gathered once a draft leans on a landmark: in most articles none does. */
    private Optional<Set<Integer>> told = Optional.empty();

    LandmarkNews(List<Line> lines, TimeWords words) {
        this.lines = lines;
        this.words = words;
    }

    private Set<Integer> told() {
        if (told.isEmpty()) {
            told = Optional.of(lines.stream()
                    .filter(LandmarkNews::tellsNews)
                    .flatMap(line -> landmarks(line, words))
                    .collect(Collectors.toUnmodifiableSet()));
        }
        return told.get();
    }

    private static boolean leansOnLandmark(Line line) {
        for (var time : line.times()) {
            if (isLandmark(time)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLandmark(TimeExpression time) {
        return time.relation().isLandmark();
    }

    private static boolean tellsNews(Line line) {
        boolean past = line.times().stream().anyMatch(time -> time.relation().isBackground() && !isLandmark(time));
        return !past
                && (line.sentence().field() == Field.TITLE
                        || line.times().stream().anyMatch(LandmarkNews::isNow));
    }

    private static boolean isNow(TimeExpression time) {
        return time.relation() == TimeRelation.RECENT || time.relation() == TimeRelation.ONGOING;
    }

    private static Stream<Integer> landmarks(Line line, TimeWords words) {
        return IntStream.range(0, line.size())
                .filter(at -> tellsAt(line, at))
                .mapToObj(at -> words.landmark(line.word(at - 1), line.word(at)))
                .filter(landmark -> landmark > 0);
    }

    /** "On Monday, gunmen who had come after the coup" says nothing new of it; "after the coup on Monday" does. */
    private static boolean tellsAt(Line line, int at) {
        return line.sentence().field() == Field.TITLE
                || line.times().stream()
                        .filter(LandmarkNews::isLandmark)
                        .filter(time -> time.first() <= at && at < time.end())
                        .allMatch(time -> dated(line, time.end()));
    }

    private static boolean dated(Line line, int from) {
        return line.times().stream()
                .filter(LandmarkNews::isNow)
                .anyMatch(time -> from <= time.first()
                        && time.first() <= from + DATE_REACH
                        && IntStream.range(from, time.first()).noneMatch(line::isPunctuation));
    }

    /**
     * The landmark that a draft is set after and that is no news: since it, or by a clause of the past. A mission's own takeover or
     * evacuation is none.
     */
    Optional<TimeExpression> dating(Draft draft) {
        var line = draft.line;
        if (!leansOnLandmark(line)) {
            return Optional.empty();
        }
        return line.times().stream()
                .filter(LandmarkNews::isLandmark)
                .filter(time -> time.relation() == TimeRelation.SINCE_LANDMARK || Temporals.isPast(draft))
                .filter(time -> Temporals.distance(draft, time) < Integer.MAX_VALUE)
                .filter(time -> !told().contains(words.landmark(line.word(time.end() - 2), line.word(time.end() - 1))))
                .filter(time -> !concernsMission(line, time))
                .findFirst();
    }

    private static boolean concernsMission(Line line, TimeExpression time) {
        return IntStream.range(time.first(), time.end() + MISSION_REACH)
                .takeWhile(at -> at < time.end() || !line.isPunctuation(at))
                .anyMatch(line::isMission);
    }
}
