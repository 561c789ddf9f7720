package io.missionwatch.enrich.events.time;

import io.missionwatch.enrich.events.time.TimeWords.Kind;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** Dates that name a day, month or year of the calendar; a date without a year is the last one before publication. */
record CalendarDates(Reading here) {

    Optional<TimeExpression> at(int at) {
        var day = numeric(at);
        if (day.isEmpty()) {
            day = dayMonth(at);
        }
        if (day.isEmpty()) {
            day = qualified(at);
        }
        if (day.isEmpty()) {
            day = weekday(at, at);
        }
        var month = day.isPresent() ? day : month(at, at);
        return month.isPresent() ? month : year(at, at);
    }

    /** 01/05/1993 or 1993-05-01. Which of day and month comes first is told by publication, else American. */
    private Optional<TimeExpression> numeric(int at) {
        boolean slashes = here.is(at + 1, "/") && here.is(at + 3, "/");
        boolean dashes = here.is(at + 1, "-") && here.is(at + 3, "-");
        if (!slashes && !dashes) {
            return Optional.empty();
        }
        int one = here.digits(at);
        int two = here.digits(at + 2);
        int three = here.digits(at + 4);
        if (one > 1000) {
            return date(one, two, three).map(day -> onDay(at, at + 5, day));
        }
        if (three < 1000) {
            return Optional.empty();
        }
        var american = date(three, one, two);
        var european = date(three, two, one);
        boolean preferEuropean = american.isEmpty()
                || (european.isPresent() && here.anchor().published().equals(european));
        return (preferEuropean ? european : american).map(day -> onDay(at, at + 5, day));
    }

    /** 12 March 1993, 15 JAN 90, March 12, March 12th, 1993. */
    private Optional<TimeExpression> dayMonth(int at) {
        int day = here.digits(at);
        if (day >= 1 && day <= 31) {
            int monthAt = here.is(at + 1, "of") ? at + 2 : at + 1;
            return here.is(monthAt, Kind.MONTH) ? dated(at, monthAt + 1, monthAt, day) : Optional.empty();
        }
        if (here.is(at, Kind.MONTH)) {
            int after = here.digits(at + 1);
            return after >= 1 && after <= 31 ? dated(at, at + 2, at, after) : Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<TimeExpression> dated(int first, int end, int monthAt, int day) {
        int month = here.value(monthAt, Kind.MONTH);
        int yearAt = here.is(end, ",") ? end + 1 : end;
        int year = yearOf(yearAt);
        if (year > 0) {
            return date(year, month, day).map(date -> onDay(first, yearAt + 1, date));
        }
        return lastOf(month, day)
                .map(date -> onDay(first, end, date))
                .or(() -> Optional.of(
                        here.expression(first, end, TimeRelation.OPEN, Occurrence.UNKNOWN, "date-without-year")));
    }

    /** last September, next Monday, this March. */
    private Optional<TimeExpression> qualified(int at) {
        boolean last = here.is(at, Kind.LAST);
        boolean next = here.is(at, Kind.NEXT);
        if (!last && !next && !here.is(at, Kind.THIS)) {
            return Optional.empty();
        }
        if (here.is(at + 1, Kind.WEEKDAY)) {
            return next ? Optional.of(future(at, at + 2)) : weekday(at, at + 1);
        }
        if (here.is(at + 1, Kind.MONTH)) {
            if (next) {
                return Optional.of(future(at, at + 2));
            }
            var month = monthOf(at, at + 1, here.value(at + 1, Kind.MONTH));
            return Optional.of(last && month.relation() == TimeRelation.OPEN ? past(month) : month);
        }
        return Optional.empty();
    }

    private Optional<TimeExpression> weekday(int first, int at) {
        if (!here.is(at, Kind.WEEKDAY)) {
            return Optional.empty();
        }
        int end = here.is(at + 1, Kind.UNIT) && here.value(at + 1, Kind.UNIT) == 1 ? at + 2 : at + 1;
        var weekday = DayOfWeek.of(here.value(at, Kind.WEEKDAY));
        var when = here.anchor()
                .published()
                .map(day -> Occurrence.day(day.with(TemporalAdjusters.previousOrSame(weekday))))
                .orElse(Occurrence.UNKNOWN);
        return Optional.of(here.expression(first, end, TimeRelation.RECENT, when, "weekday"));
    }

    /** December, in May, August 2021. Words that are also verbs or modals need a word of time before them or a year after. */
    private Optional<TimeExpression> month(int first, int at) {
        if (!here.is(at, Kind.MONTH)) {
            return Optional.empty();
        }
        int yearAt = here.is(at + 1, ",") || here.is(at + 1, "of") ? at + 2 : at + 1;
        int month = here.value(at, Kind.MONTH);
        if (here.isYear(yearAt)) {
            return Optional.of(wholeMonth(first, yearAt + 1, YearMonth.of(here.digits(yearAt), month)));
        }
        var word = here.token(at).lower();
        boolean verbToo = word.equals("may") || word.equals("march") || word.equals("mar");
        if ((verbToo || word.length() == 3) && !here.is(at - 1, Kind.IN) && !here.is(at - 1, Kind.SINCE)) {
            return Optional.empty();
        }
        return Optional.of(monthOf(first, at, month));
    }

    private TimeExpression monthOf(int first, int at, int month) {
        return here.anchor()
                .published()
                .map(day -> {
                    var thisYear = YearMonth.of(day.getYear(), month);
                    return wholeMonth(
                            first, at + 1, thisYear.isAfter(YearMonth.from(day)) ? thisYear.minusYears(1) : thisYear);
                })
                .orElseGet(() -> here.expression(first, at + 1, TimeRelation.OPEN, Occurrence.UNKNOWN, "month"));
    }

    private TimeExpression wholeMonth(int first, int end, YearMonth month) {
        var start = month.atDay(1);
        var next = month.plusMonths(1).atDay(1);
        var relation = relation(start, next.minusDays(1), first);
        return here.expression(first, end, relation, Occurrence.of(start, next, DatePrecision.MONTH), "month");
    }

    /** 2021, the 2012 attack, the 1980s. The year of publication itself says nothing. */
    private Optional<TimeExpression> year(int first, int at) {
        var text = here.token(at).lower();
        boolean decade = text.length() == 5 && text.endsWith("0s");
        boolean countsThings = here.has(at + 1)
                && here.token(at + 1).isWord()
                && here.token(at + 1).lower().endsWith("s")
                && !here.is(at - 1, Kind.IN)
                && !here.is(at - 1, Kind.SINCE);
        if (decade) {
            return Optional.of(here.expression(first, at + 1, TimeRelation.PAST, Occurrence.UNKNOWN, "decade"));
        }
        if (!here.isYear(at) || countsThings) {
            return Optional.empty();
        }
        int year = here.digits(at);
        var start = LocalDate.of(year, 1, 1);
        var when = Occurrence.of(start, start.plusYears(1), DatePrecision.YEAR);
        var relation = here.anchor()
                .published()
                .map(day -> Integer.compare(year, day.getYear()))
                .map(order -> order < 0 ? TimeRelation.PAST : order > 0 ? TimeRelation.FUTURE : TimeRelation.OPEN)
                .orElse(TimeRelation.PAST);
        return Optional.of(here.expression(first, at + 1, since(first) ? TimeRelation.SPAN : relation, when, "year"));
    }

    private TimeExpression onDay(int first, int end, LocalDate day) {
        return here.expression(first, end, relation(day, day, first), Occurrence.day(day), "date");
    }

    private TimeRelation relation(LocalDate start, LocalDate last, int first) {
        var relation = here.anchor().relationOf(start, last);
        return since(first) && relation == TimeRelation.PAST ? TimeRelation.SPAN : relation;
    }

    private boolean since(int first) {
        return here.is(first - 1, Kind.SINCE);
    }

    private TimeExpression future(int first, int end) {
        return here.expression(first, end, TimeRelation.FUTURE, Occurrence.UNKNOWN, "next");
    }

    private TimeExpression past(TimeExpression month) {
        return here.expression(month.first(), month.end(), TimeRelation.PAST, month.when(), "last");
    }

    private int yearOf(int at) {
        if (here.isYear(at)) {
            return here.digits(at);
        }
        boolean twoDigits = here.has(at)
                && here.digits(at) >= 60
                && here.token(at).text().length() == 2
                && here.is(at - 1, Kind.MONTH);
        return twoDigits ? 1900 + here.digits(at) : -1;
    }

    private Optional<LocalDate> lastOf(int month, int day) {
        return here.anchor()
                .published()
                .flatMap(published -> date(published.getYear(), month, day)
                        .map(date -> date.isAfter(published.plusDays(200)) ? date.minusYears(1) : date));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
