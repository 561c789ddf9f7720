package io.missionwatch.ingest.extract;

import io.missionwatch.ingest.dates.Months;
import io.missionwatch.ingest.extract.PublicationDate.Precision;
import io.missionwatch.ingest.extract.PublicationDate.Source;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a date in text, as machines and people write it. */
final class DateText {

    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)");
    private static final Pattern COMPACT =
            Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?)?(Z?)$");
    private static final Pattern EPOCH = Pattern.compile("^(\\d{10})(?:\\d{3})?$");
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<!\\d)(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})(?!\\d)");
    private static final Pattern EAST_ASIAN = Pattern.compile(
            "(\\d{4})\\s*[\\u5e74\\ub144]\\s*(\\d{1,2})\\s*[\\u6708\\uc6d4]\\s*(\\d{1,2})\\s*[\\u65e5\\uc77c]");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.|\\u00ba)?\\s+(?:de\\s+|of\\s+)?(\\p{L}[\\p{L}\\p{M}]{2,})\\.?,?\\s+(?:de\\s+|del\\s+)?(\\d{4})(?!\\d)");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}[\\p{L}\\p{M}]{2,})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)");
    private static final Pattern DASHED = Pattern.compile("(?<!\\d)(\\d{1,2})-(\\p{L}{3,})-(\\d{4})(?!\\d)");
    private static final Pattern NUMERIC = Pattern.compile("(?<!\\d)(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?!\\d)");
    private static final Pattern SHORT_YEAR = Pattern.compile("(?<![\\d.])(\\d{2})\\.(\\d{2})\\.(\\d{2})(?![\\d.])");
    private static final Pattern CLOCK = Pattern.compile(
            "^[^\\d]{0,14}(\\d{1,2})[:.h](\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*([ap]\\.?m\\b\\.?)?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?",
            Pattern.CASE_INSENSITIVE);

    private final String text;
    private final Source source;
    private final boolean monthFirst;
    private final boolean dayFirst;

    private DateText(String text, Source source, Optional<String> language) {
        this.text = text;
        this.source = source;
        this.monthFirst = language.filter(tag -> tag.toLowerCase(Locale.ROOT).matches("en[-_]us"))
                .isPresent();
        this.dayFirst = !monthFirst
                && language.filter(tag -> !tag.equalsIgnoreCase("en")).isPresent();
    }

    /**
     * The first date in a text; empty where there is none, or where it could be read as two different days.
     *
     * @param language of the page: it decides whether 4/5/2024 is in April or in May
     */
    static Optional<PublicationDate> find(String text, Source source, Optional<String> language) {
        if (text.length() < 6 || text.length() > 300) {
            return Optional.empty();
        }
        try {
            return new DateText(text.strip(), source, language).find();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<PublicationDate> find() {
        return epoch().or(this::compact)
                .or(() -> ymd(ISO))
                .or(() -> ymd(EAST_ASIAN))
                .or(() -> ymd(YEAR_FIRST))
                .or(() -> spelled(DAY_FIRST, 1, 2))
                .or(() -> spelled(MONTH_FIRST, 2, 1))
                .or(() -> spelled(DASHED, 1, 2))
                .or(this::numeric)
                .or(this::shortYear)
                .filter(date -> date.day().getYear() >= 1980 && date.day().getYear() < 2100);
    }

    private Optional<PublicationDate> epoch() {
        var m = EPOCH.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        var moment = Instant.ofEpochSecond(Long.parseLong(m.group(1))).atOffset(ZoneOffset.UTC);
        return Optional.of(
                new PublicationDate(moment.toLocalDateTime(), Optional.of(ZoneOffset.UTC), Precision.SECOND, source));
    }

    private Optional<PublicationDate> compact() {
        var m = COMPACT.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        var day = day(m.group(1), m.group(2), m.group(3));
        if (m.group(4) == null) {
            return Optional.of(whole(day));
        }
        var zone = m.group(7).isEmpty() ? Optional.<ZoneOffset>empty() : Optional.of(ZoneOffset.UTC);
        var time = day.atTime(number(m.group(4)), number(m.group(5)), m.group(6) == null ? 0 : number(m.group(6)));
        return Optional.of(new PublicationDate(time, zone, Precision.SECOND, source));
    }

    private Optional<PublicationDate> ymd(Pattern pattern) {
        var m = pattern.matcher(text);
        return m.find() ? Optional.of(timed(day(m.group(1), m.group(2), m.group(3)), m.end())) : Optional.empty();
    }

    private Optional<PublicationDate> spelled(Pattern pattern, int day, int month) {
        var m = pattern.matcher(text);
        while (m.find()) {
            int number = Months.numberOf(m.group(month));
            if (number > 0) {
                return Optional.of(timed(LocalDate.of(number(m.group(3)), number, number(m.group(day))), m.end()));
            }
        }
        return Optional.empty();
    }

    private Optional<PublicationDate> numeric() {
        var m = NUMERIC.matcher(text);
        if (!m.find()) {
            return Optional.empty();
        }
        int first = number(m.group(1));
        int second = number(m.group(3));
        boolean slashes = m.group(2).equals("/");
        if (first > 12 || first == second || !slashes || dayFirst) {
            return Optional.of(timed(LocalDate.of(number(m.group(4)), second, first), m.end()));
        }
        if (second > 12 || monthFirst) {
            return Optional.of(timed(LocalDate.of(number(m.group(4)), first, second), m.end()));
        }
        return Optional.empty();
    }

    private Optional<PublicationDate> shortYear() {
        var m = SHORT_YEAR.matcher(text);
        return m.find()
                ? Optional.of(timed(day("20" + m.group(3), m.group(2), m.group(1)), m.end()))
                : Optional.empty();
    }

    private PublicationDate timed(LocalDate day, int end) {
        var m = CLOCK.matcher(text.substring(end));
        if (!m.find()) {
            return whole(day);
        }
        int hour = hour(m);
        if (hour > 23 || number(m.group(2)) > 59) {
            return whole(day);
        }
        var precision = m.group(3) == null ? Precision.MINUTE : Precision.SECOND;
        int second = m.group(3) == null ? 0 : Math.min(59, number(m.group(3)));
        return new PublicationDate(day.atTime(hour, number(m.group(2)), second), zone(m.group(5)), precision, source);
    }

    private static int hour(Matcher m) {
        int hour = number(m.group(1));
        if (m.group(4) == null) {
            return hour;
        }
        boolean afternoon = m.group(4).toLowerCase(Locale.ROOT).startsWith("p");
        return hour % 12 + (afternoon ? 12 : 0);
    }

    private static Optional<ZoneOffset> zone(String zone) {
        if (zone == null) {
            return Optional.empty();
        }
        boolean named = Character.isLetter(zone.charAt(0));
        return Optional.of(named ? ZoneOffset.UTC : ZoneOffset.of(zone));
    }

    private PublicationDate whole(LocalDate day) {
        return new PublicationDate(day.atStartOfDay(), Optional.empty(), Precision.DAY, source);
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(number(year), number(month), number(day));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
