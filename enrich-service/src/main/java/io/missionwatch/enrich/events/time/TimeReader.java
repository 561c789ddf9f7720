package io.missionwatch.enrich.events.time;

import io.missionwatch.enrich.events.time.TimeWords.Kind;
import io.missionwatch.enrich.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the time expressions of a sentence in one pass from left to right, the longest reading at each word. */
public final class TimeReader {

    private final TimeWords words;

    public TimeReader(TimeWords words) {
        this.words = words;
    }

    /** The time expressions of a sentence in their order, none overlapping another. */
    public List<TimeExpression> read(List<Token> tokens, Anchor anchor) {
        return read(
                tokens,
                tokens.stream().mapToInt(token -> words.kindsOf(token.lower())).toArray(),
                anchor);
    }

    /** The same where the kinds of all words are known, as {@link TimeWords#kindsOf} has them. */
    public List<TimeExpression> read(List<Token> tokens, int[] kinds, Anchor anchor) {
        var found = new ArrayList<TimeExpression>();
        var here = new Reading(words, tokens, kinds, anchor);
        for (int at = 0; at < tokens.size(); at++) {
            if (here.mayOpen(at)) {
                var expression = startsAt(here, at);
                if (expression.isPresent()) {
                    found.add(expression.get());
                    at = expression.get().end() - 1;
                }
            }
        }
        return found;
    }

    private Optional<TimeExpression> startsAt(Reading here, int at) {
        var date = new CalendarDates(here).at(at);
        var expression = date.isPresent() ? date : new Distances(here).at(at);
        if (expression.isEmpty()) {
            expression = single(here, at);
        }
        return expression.isPresent() ? expression : new Landmarks(here).at(at);
    }

    private Optional<TimeExpression> single(Reading here, int at) {
        if (here.is(at, Kind.DAY)) {
            int ahead = here.value(at, Kind.DAY);
            var relation = ahead > 0 ? TimeRelation.FUTURE : TimeRelation.RECENT;
            return Optional.of(
                    here.expression(at, at + 1, relation, here.anchor().dayBefore(-ahead), "day-word"));
        }
        if (here.is(at, Kind.ANNIVERSARY)) {
            return Optional.of(here.lookingRight(at, at + 1, TimeRelation.ANNIVERSARY, "anniversary"));
        }
        if (here.is(at, Kind.NOW) && !here.is(at - 1, "-") && !here.is(at + 1, "-")) {
            return Optional.of(here.expression(at, at + 1, TimeRelation.ONGOING, Occurrence.UNKNOWN, "now"));
        }
        if (here.is(at, Kind.PAST)) {
            return Optional.of(here.expression(at, at + 1, TimeRelation.PAST, Occurrence.UNKNOWN, "past-word"));
        }
        if (here.is(at, Kind.FUTURE)) {
            return Optional.of(here.expression(at, at + 1, TimeRelation.FUTURE, Occurrence.UNKNOWN, "future-word"));
        }
        if (here.is(at, Kind.RECURRENT)) {
            return Optional.of(here.expression(at, at + 1, TimeRelation.SPAN, Occurrence.UNKNOWN, "recurrent"));
        }
        return Optional.empty();
    }
}
