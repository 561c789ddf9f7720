package io.missionwatch.ingest.submissions;

import com.fasterxml.jackson.databind.JsonNode;
import io.missionwatch.ingest.feeds.FeedDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of an object by name, each of its kind or a fault. Null is the same as missing.
 *
 * @param node the object
 */
record SubmissionFields(JsonNode node) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern ZONE = Pattern.compile(".*(Z|[+-]\\d\\d:?\\d\\d)$");
    private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    Optional<String> text(String name) {
        var value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() && !(name.equals("id") && value.isIntegralNumber())) {
            throw new SubmissionFault(name + " must be a text");
        }
        return Optional.of(value.asText().strip()).filter(text -> !text.isEmpty());
    }

    Optional<List<String>> texts(String name) {
        var value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value.isTextual()) {
            return Optional.of(List.of(value.textValue()));
        }
        var texts = new ArrayList<String>();
        value.forEach(item -> texts.add(Optional.ofNullable(item.textValue())
                .orElseThrow(() -> new SubmissionFault(name + " must be a list of texts"))));
        if (!value.isArray()) {
            throw new SubmissionFault(name + " must be a list of texts");
        }
        return Optional.of(texts);
    }

    boolean flag(String name) {
        var value = node.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            throw new SubmissionFault(name + " must be true or false");
        }
        return value.asBoolean(false);
    }

    <E extends Enum<E>> E choice(String name, E standard) {
        var constants = standard.getDeclaringClass().getEnumConstants();
        return text(name)
                .map(text -> Arrays.stream(constants)
                        .filter(constant -> constant.name().equalsIgnoreCase(text.replace('-', '_')))
                        .findFirst()
                        .orElseThrow(() -> new SubmissionFault(name + " must be one of " + words(constants))))
                .orElse(standard);
    }

    private static <E extends Enum<E>> String words(E[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().length() == 1
                        ? constant.name()
                        : constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList()
                .toString();
    }

    String country() {
        return text("country")
                .map(text -> {
                    if (!text.matches("[A-Za-z]{2}")) {
                        throw new SubmissionFault("country must be two letters such as KE");
                    }
                    return text.toUpperCase(Locale.ROOT);
                })
                .orElse("");
    }

    /** An ISO 8601 date or date-time; one without a zone is taken for UTC. */
    Optional<FeedDate> time(String name) {
        return text(name).map(text -> {
            try {
                return checked(date(text));
            } catch (DateTimeException malformed) {
                throw new SubmissionFault(
                        name + " must be an ISO 8601 date or date-time such as 2026-03-04 or 2026-03-04T05:06:07Z");
            }
        });
    }

    private static FeedDate date(String text) {
        if (DAY.matcher(text).matches()) {
            var day = LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            return new FeedDate(day, FeedDate.Precision.DAY);
        }
        var time = ZONE.matcher(text).matches()
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        return new FeedDate(time.truncatedTo(ChronoUnit.MILLIS), FeedDate.Precision.SECOND);
    }

    private static FeedDate checked(FeedDate date) {
        if (date.instant().isBefore(EARLIEST) || date.instant().isAfter(LATEST)) {
            throw new DateTimeException("no time of news");
        }
        return date;
    }
}
