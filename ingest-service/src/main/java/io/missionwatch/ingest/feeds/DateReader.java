package io.missionwatch.ingest.feeds;

import io.missionwatch.ingest.dates.Months;
import io.missionwatch.ingest.feeds.FeedDate.Precision;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times in the styles of RFC 822, ISO 8601, asctime, HTTP and of publishers who follow none of them. */
final class DateReader {

    private static final Pattern CLOCK = Pattern.compile(
            "(?<![\\d:.])(\\d{1,2})[:h](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d+)?)?\\s*([ap]\\.?\\s?m\\b\\.?)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DOTTED_CLOCK = Pattern.compile(
            "(\\b\\d{4}(?:[.,]|[-/.]\\d{1,2}[-/.]\\d{1,2})?\\s+)([01]?\\d|2[0-3])\\.([0-5]\\d)(?![\\d:])(?=\\.[0-5]\\d(?!\\d)|\\s|$)");
    private static final Pattern ISO = Pattern.compile(
            "^([+-]?\\d{4})(?:(-?)(\\d{2})(?:\\2(\\d{2}))?)?(?:(?:[T_t ]\\s*|(?<=\\d{8}))(\\d{2})(?::?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?)?)?\\s*(.*)$");
    private static final Pattern ISO_WEEK = Pattern.compile("^(\\d{4})-?W(\\d{2})(?:-?(\\d))?$");
    private static final Pattern ISO_ORDINAL = Pattern.compile("^(\\d{4})-?(\\d{3})$");
    private static final Pattern EPOCH = Pattern.compile("^(\\d{9,10}|\\d{13})$");
    private static final Pattern EAST_ASIAN = Pattern.compile(
            "^(\\d{4})\\s*[\\u5e74\\ub144]\\s*(\\d{1,2})\\s*[\\u6708\\uc6d4]\\s*(\\d{1,2})\\s*[\\u65e5\\uc77c](.*)$");
    private static final Pattern KOREAN_CLOCK =
            Pattern.compile("^(\\d{4})[-./]\\s*(\\d{1,2})[-./]\\s*(\\d{1,2})\\.?\\s*(\\uc624[\\uc804\\ud6c4].*)$");
    private static final Pattern KOREAN = Pattern.compile("\\ub144|\\uc624[\\uc804\\ud6c4]");
    private static final Pattern YEAR_FIRST = Pattern.compile("\\b(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})\\b");
    private static final Pattern YEAR_LAST = Pattern.compile("\\b(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})\\b");
    private static final Pattern TOKEN = Pattern.compile("\\d+|\\p{L}[\\p{L}\\p{M}]*");

    private DateReader() {}

    static Optional<FeedDate> read(String text) {
        try {
            return epoch(text)
                    .or(() -> iso(text))
                    .or(() -> eastAsian(text))
                    .or(() -> free(DOTTED_CLOCK.matcher(text).replaceFirst("$1$2:$3")))
                    .filter(DateReader::isPlausible);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlausible(FeedDate date) {
        int year = date.instant().atOffset(ZoneOffset.UTC).getYear();
        // The first moment of 1970 is what programs write that have no date.
        return year >= 1900 && year < 2200 && !date.instant().equals(Instant.EPOCH);
    }

    private static Optional<FeedDate> iso(String text) {
        var week = ISO_WEEK.matcher(text);
        if (week.matches()) {
            return isoWeek(week);
        }
        var ordinal = ISO_ORDINAL.matcher(text);
        if (ordinal.matches()) {
            var day = LocalDate.ofYearDay(Integer.parseInt(ordinal.group(1)), Integer.parseInt(ordinal.group(2)));
            return date(day, Precision.DAY);
        }
        var m = ISO.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        return m.group(5) == null ? isoDay(m) : isoTime(m);
    }

    private static Optional<FeedDate> isoWeek(Matcher m) {
        var weekday = DayOfWeek.of(m.group(3) == null ? 1 : Integer.parseInt(m.group(3)));
        var day = LocalDate.of(Integer.parseInt(m.group(1)), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(m.group(2)))
                .with(weekday);
        return date(day, m.group(3) == null ? Precision.WEEK : Precision.DAY);
    }

    private static Optional<FeedDate> isoDay(Matcher m) {
        if (!m.group(8).isEmpty()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(m.group(1));
        if (m.group(3) == null) {
            return date(LocalDate.of(year, 1, 1), Precision.YEAR);
        }
        var month = Integer.parseInt(m.group(3));
        return m.group(4) == null
                ? date(LocalDate.of(year, month, 1), Precision.MONTH)
                : date(LocalDate.of(year, month, Integer.parseInt(m.group(4))), Precision.DAY);
    }

    private static Optional<FeedDate> isoTime(Matcher m) {
        if (m.group(4) == null) {
            return Optional.empty();
        }
        var zone = TimeZones.in(m.group(8));
        if (zone.isEmpty() && !m.group(8).isEmpty()) {
            return Optional.empty();
        }
        var day =
                LocalDate.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(3)), Integer.parseInt(m.group(4)));
        var precision = m.group(7) != null ? Precision.SECOND : m.group(6) != null ? Precision.MINUTE : Precision.HOUR;
        return at(
                day,
                new Clock(number(m.group(5)), number(m.group(6)), number(m.group(7)), precision),
                zone.orElse(ZoneOffset.UTC));
    }

    private static Optional<FeedDate> epoch(String text) {
        if (!EPOCH.matcher(text).matches()) {
            return Optional.empty();
        }
        long value = Long.parseLong(text);
        var instant = text.length() == 13 ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value);
        return Optional.of(new FeedDate(instant, Precision.SECOND));
    }

    private static Optional<FeedDate> eastAsian(String text) {
        var m = EAST_ASIAN.matcher(text);
        if (!m.matches()) {
            m = KOREAN_CLOCK.matcher(text);
        }
        if (!m.matches()) {
            return Optional.empty();
        }
        var day =
                LocalDate.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
        var clock = Clock.in(m.group(4)
                .replaceFirst("\\uc624\\ud6c4\\s*(\\d{1,2}):(\\d{2})(:\\d{2})?", "$1:$2$3 pm")
                .replaceFirst("\\uc624\\uc804\\s*(\\d{1,2}):(\\d{2})(:\\d{2})?", "$1:$2$3 am"));
        // Written without a zone by outlets of Japan, Korea and China; the first two share theirs.
        var zone = KOREAN.matcher(text).find() ? ZoneOffset.ofHours(9) : ZoneOffset.UTC;
        return clock.isEmpty() ? date(day, Precision.DAY) : at(day, clock.get(), zone);
    }

    /** A day, perhaps a time and a zone in any order, as in RFC 822 and everything that resembles it. */
    private static Optional<FeedDate> free(String text) {
        var clock = Clock.in(text);
        var rest = clock.isEmpty() ? text : CLOCK.matcher(text).replaceFirst(" ");
        var zone = clock.isEmpty()
                ? Optional.<ZoneId>empty()
                : TimeZones.in(text.substring(clock.get().end()));
        var day = numeric(rest).or(() -> spelled(rest));
        if (day.isEmpty()) {
            return Optional.empty();
        }
        return clock.isEmpty()
                ? date(day.get(), Precision.DAY)
                : at(day.get(), clock.get(), zone.or(() -> TimeZones.in(rest)).orElse(ZoneOffset.UTC));
    }

    private static Optional<LocalDate> numeric(String text) {
        var m = YEAR_FIRST.matcher(text);
        if (m.find()) {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))));
        }
        m = YEAR_LAST.matcher(text);
        if (!m.find()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(3));
        int year = fullYear(m.group(4));
        // With slashes the month comes first unless that is impossible; with dots and dashes the day does.
        boolean monthFirst = m.group(2).equals("/") ? first <= 12 : second > 12;
        return Optional.of(monthFirst ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first));
    }

    private static Optional<LocalDate> spelled(String text) {
        int month = 0;
        List<String> numbers = new ArrayList<>();
        var tokens = TOKEN.matcher(text.toLowerCase(Locale.ROOT));
        while (tokens.find()) {
            var token = tokens.group();
            if (Character.isDigit(token.charAt(0))) {
                numbers.add(token);
            } else if (month == 0) {
                month = Months.numberOf(token);
            }
        }
        if (month == 0 || numbers.size() < 2) {
            return Optional.empty();
        }
        boolean yearFirst = numbers.get(0).length() == 4;
        int day = Integer.parseInt(numbers.get(yearFirst ? 1 : 0));
        int year = fullYear(numbers.get(yearFirst ? 0 : 1));
        return Optional.of(LocalDate.of(year, month, day));
    }

    private static int fullYear(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year < 70 ? 2000 + year : 1900 + year;
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static Optional<FeedDate> date(LocalDate day, Precision precision) {
        return Optional.of(new FeedDate(day.atStartOfDay(ZoneOffset.UTC).toInstant(), precision));
    }

    private static Optional<FeedDate> at(LocalDate day, Clock clock, ZoneId zone) {
        // Hour 24 and second 60 are the first moment after.
        var instant = day.atStartOfDay()
                .plusSeconds(clock.secondsOfDay())
                .atZone(zone)
                .toInstant();
        return Optional.of(new FeedDate(instant, clock.precision()));
    }

    private record Clock(int hour, int minute, int second, Precision precision, int end) {

        Clock(int hour, int minute, int second, Precision precision) {
            this(hour, minute, second, precision, 0);
        }

        static Optional<Clock> in(String text) {
            var m = CLOCK.matcher(text);
            if (!m.find()) {
                return Optional.empty();
            }
            int hour = Integer.parseInt(m.group(1));
            var half = m.group(4) == null ? "" : m.group(4).toLowerCase(Locale.ROOT);
            if (half.startsWith("p") && hour < 12) {
                hour += 12;
            } else if (half.startsWith("a") && hour == 12) {
                hour = 0;
            }
            var precision = m.group(3) == null ? Precision.MINUTE : Precision.SECOND;
            return Optional.of(new Clock(hour, number(m.group(2)), number(m.group(3)), precision, m.end()));
        }

        long secondsOfDay() {
            if (hour > 24 || minute > 59 || second > 61 || (hour == 24 && minute > 0)) {
                throw new DateTimeException("no such time of day");
            }
            return LocalTime.MIDNIGHT.toSecondOfDay() + hour * 3600L + minute * 60L + second;
        }
    }
}
