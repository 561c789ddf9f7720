package io.missionwatch.bench.accuracy;

import com.fasterxml.jackson.databind.JsonNode;
import io.missionwatch.enrich.articles.ArticleText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A text of others and what they coded of it.
 *
 * @param alert whether a mission was struck
 * @param groups the perpetrators that have a name
 * @param country in English, empty if it is not coded
 * @param city empty if it is not known
 * @param point where the coders put it on the map
 */
record Incident(
        ArticleText article,
        boolean alert,
        List<NamedGroup> groups,
        String country,
        String city,
        Optional<Toponym> point) {

    /** "03-Mar-87". */
    private static final DateTimeFormatter SHORT_DAY = new DateTimeFormatterBuilder()
            .appendPattern("d-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, 1950)
            .toFormatter(Locale.US);

    Incident {
        groups = List.copyOf(groups);
    }

    static Incident of(JsonNode row, String label) {
        return new Incident(
                article(row),
                row.path(label).asBoolean(),
                groups(row),
                row.path("country").asText(""),
                known(row.path("city").asText("")),
                point(row));
    }

    private static ArticleText article(JsonNode row) {
        return new ArticleText(
                "",
                row.path("text").asText(),
                Optional.of("en"),
                published(row.path("date").asText()),
                Optional.empty(),
                row.path("id").asText());
    }

    private static Optional<Instant> published(String date) {
        return Stream.of(DateTimeFormatter.ISO_LOCAL_DATE, SHORT_DAY)
                .flatMap(format -> day(date, format).stream())
                .findFirst()
                .map(day -> day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    private static Optional<LocalDate> day(String date, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(date, format));
        } catch (DateTimeParseException otherForm) {
            return Optional.empty();
        }
    }

    private static List<NamedGroup> groups(JsonNode row) {
        return Stream.concat(
                        StreamSupport.stream(row.path("gname").spliterator(), false)
                                .map(name -> NamedGroup.of(name.asText("")))
                                .filter(NamedGroup::isCoded),
                        Stream.of(NamedGroup.of(row.path("perpetrator").asText("")))
                                .filter(NamedGroup::isName))
                .toList();
    }

    private static String known(String city) {
        return city.equals("Unknown") ? "" : city;
    }

    private static Optional<Toponym> point(JsonNode row) {
        return row.path("lat").isNumber() && row.path("lon").isNumber()
                ? Optional.of(new Toponym(
                        row.path("city").asText(""),
                        row.path("lat").asDouble(),
                        row.path("lon").asDouble(),
                        0,
                        0))
                : Optional.empty();
    }
}
