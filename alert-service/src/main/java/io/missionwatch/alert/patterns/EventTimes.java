package io.missionwatch.alert.patterns;

import io.missionwatch.alert.sigma.EventTree;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out when an event of some log happened, from the fields that logs commonly keep it in. */
final class EventTimes {
    private static final List<String> FIELDS = List.of(
            "@timestamp",
            "timestamp",
            "time",
            "article.event_time",
            "event.time",
            "event.occurred_start",
            "Event.System.TimeCreated.#attributes.SystemTime",
            "UtcTime",
            "TimeGenerated",
            "eventTime",
            "published");
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
    private static final Pattern MILLIS = Pattern.compile("\\d{12,13}");
    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

    private EventTimes() {}

    /** The time in the first known field that holds one; a time without zone is UTC. */
    static Optional<Instant> of(EventTree event) {
        return FIELDS.stream()
                .flatMap(field -> event.values(field).stream())
                .flatMap(text -> parse(text).stream())
                .findFirst();
    }

    /** The time that one field holds; none where it holds no time. */
    static Optional<Instant> in(EventTree event, String field) {
        return event.values(field).stream()
                .flatMap(text -> parse(text).stream())
                .findFirst();
    }

    private static Optional<Instant> parse(String text) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        }
        if (MILLIS.matcher(text).matches()) {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
        }
        var iso = text.strip().replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
        return FORMS.stream().flatMap(form -> attempt(form, iso)).findFirst();
    }

    private static Stream<Instant> attempt(Function<String, Instant> form, String text) {
        try {
            return Stream.of(form.apply(text));
        } catch (DateTimeParseException otherForm) {
            return Stream.empty();
        }
    }
}
