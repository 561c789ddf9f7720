package io.missionwatch.alert.sigma;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A part of a date that a time modifier takes out. The date is read as it is written, without regard to its zone. */
enum DatePart {
    MINUTE(ChronoField.MINUTE_OF_HOUR, 0, 59),
    HOUR(ChronoField.HOUR_OF_DAY, 0, 23),
    DAY(ChronoField.DAY_OF_MONTH, 1, 31),
    WEEK(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 1, 53),
    MONTH(ChronoField.MONTH_OF_YEAR, 1, 12),
    YEAR(ChronoField.YEAR, 0, 9999);

    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[T ](\\d{1,2}):(\\d{2})(?::\\d{2}(?:[.,]\\d+)?)?\\s?(?:Z|UTC|[+-]\\d{2}:?\\d{2})?)?");

    private final TemporalField field;
    private final int least;
    private final int most;

    DatePart(TemporalField field, int least, int most) {
        this.field = field;
        this.least = least;
        this.most = most;
    }

    static Optional<DatePart> named(String word) {
        return Stream.of(values())
                .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    String range() {
        return "a number between " + least + " and " + most;
    }

    boolean allows(long number) {
        return number >= least && number <= most;
    }

    /** This part of a date; none where the text is no ISO 8601 date, or has no time of day to take it from. */
    Optional<Integer> of(String text) {
        var date = DATE.matcher(text.length() > 40 ? "" : text.strip());
        boolean needsTime = this == MINUTE || this == HOUR;
        if (!date.matches() || (needsTime && date.group(4) == null)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                            number(date.group(1)),
                            number(date.group(2)),
                            number(date.group(3)),
                            number(date.group(4)),
                            number(date.group(5)))
                    .get(field));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
