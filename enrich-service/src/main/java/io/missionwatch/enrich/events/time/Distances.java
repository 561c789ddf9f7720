package io.missionwatch.enrich.events.time;

import io.missionwatch.enrich.events.time.TimeWords.Kind;
import java.util.Optional;

/** Times told by their distance: two weeks ago, last month, a year after, in recent days, earlier this month. */
record Distances(Reading here) {

    private static final int FAR = 30;

    Optional<TimeExpression> at(int at) {
        return counted(at).or(() -> unitOf(at)).or(() -> bareUnits(at)).or(() -> longAgo(at));
    }

    /** two weeks ago, a year earlier, 20 years after, a few days before, the 30-year-old. */
    private Optional<TimeExpression> counted(int at) {
        int count = here.number(at);
        if (count < 0) {
            return Optional.empty();
        }
        int unitAt = at + 1;
        if (here.is(unitAt, "of") || here.is(unitAt, Kind.NUMBER) || here.is(unitAt, "-")) {
            unitAt++;
        }
        if (!here.is(unitAt, Kind.UNIT)) {
            return Optional.empty();
        }
        return distance(at, unitAt, count * here.value(unitAt, Kind.UNIT));
    }

    private Optional<TimeExpression> distance(int first, int unitAt, int days) {
        int after = afterTheDay(unitAt + 1);
        if (here.is(after, Kind.AGO)) {
            return Optional.of(ago(first, after + 1, days));
        }
        if (here.is(after, Kind.EARLIER)) {
            boolean before = here.is(after, "before") || here.is(after, "prior");
            var far = Anchor.daysAgo(days);
            // "days before" counts from another event, and says of publication only that it is no later.
            var relation = before && far == TimeRelation.RECENT ? TimeRelation.OPEN : far;
            return Optional.of(
                    here.expression(first, after + 1, relation, Occurrence.UNKNOWN, before ? "before" : "earlier"));
        }
        if (here.is(after, Kind.AFTER)) {
            var relation = Anchor.daysAgo(days);
            return Optional.of(here.lookingRight(first, after + 1, relation, "distance-after"));
        }
        if (here.is(after, Kind.ANNIVERSARY) || here.is(unitAt + 2, Kind.ANNIVERSARY)) {
            return Optional.of(here.lookingRight(first, after + 1, TimeRelation.ANNIVERSARY, "anniversary"));
        }
        return Optional.empty();
    }

    /** "a year to the day after". */
    private int afterTheDay(int at) {
        return here.is(at, "to") && here.is(at + 1, "the") && here.is(at + 2, "day") ? at + 3 : at;
    }

    /** long ago */
    private Optional<TimeExpression> longAgo(int at) {
        return here.is(at, Kind.FAR) && here.is(at + 1, Kind.AGO)
                ? Optional.of(here.expression(at, at + 2, TimeRelation.PAST, Occurrence.UNKNOWN, "ago"))
                : Optional.empty();
    }

    private TimeExpression ago(int first, int end, int days) {
        var when = days <= 31 ? here.anchor().dayBefore(days) : Occurrence.UNKNOWN;
        return here.expression(first, end, Anchor.daysAgo(days), when, "ago");
    }

    /** last month, this week, next year, the previous day, recent months, the past two years. */
    private Optional<TimeExpression> unitOf(int at) {
        boolean last = here.is(at, Kind.LAST);
        boolean recent = here.is(at, Kind.RECENT);
        boolean next = here.is(at, Kind.NEXT);
        if (!last && !recent && !next && !here.is(at, Kind.THIS)) {
            return Optional.empty();
        }
        int count = 1;
        int unitAt = at + 1;
        if (here.number(unitAt) >= 0) {
            count = here.number(unitAt);
            unitAt++;
        }
        if (!here.is(unitAt, Kind.UNIT)) {
            return Optional.empty();
        }
        int days = count * here.value(unitAt, Kind.UNIT);
        if (next) {
            return Optional.of(here.expression(at, unitAt + 1, TimeRelation.FUTURE, Occurrence.UNKNOWN, "next"));
        }
        boolean plural = recent || count > 1;
        return Optional.of(last || recent ? past(at, unitAt + 1, days, plural) : present(at, unitAt + 1, days));
    }

    private TimeExpression past(int first, int end, int days, boolean plural) {
        if (days <= Anchor.NEWS_DAYS) {
            var when = days == 1 && !plural ? here.anchor().dayBefore(1) : Occurrence.UNKNOWN;
            return here.expression(first, end, TimeRelation.RECENT, when, "last");
        }
        return here.expression(first, end, plural ? TimeRelation.SPAN : TimeRelation.PAST, Occurrence.UNKNOWN, "last");
    }

    /** This month and all shorter is news; this year, decade or century says nothing yet. */
    private TimeExpression present(int first, int end, int days) {
        var relation = days <= FAR ? TimeRelation.RECENT : TimeRelation.OPEN;
        var when = days <= 1 ? here.anchor().dayBefore(0) : Occurrence.UNKNOWN;
        return here.expression(first, end, relation, when, "this");
    }

    /** decades ago, months earlier, days after: a unit in the plural without a number. */
    private Optional<TimeExpression> bareUnits(int at) {
        if (!here.is(at, Kind.UNIT) || !here.token(at).lower().endsWith("s")) {
            return Optional.empty();
        }
        return distance(at, at, 3 * here.value(at, Kind.UNIT));
    }
}
