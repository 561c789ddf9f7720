package io.missionwatch.alert.api;

import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.Certainty;
import io.missionwatch.schema.EventMission;
import io.missionwatch.schema.PatternMode;
import io.missionwatch.schema.Severity;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which alerts somebody wants, as the parameters of a request say it. Values of one parameter are alternatives. */
final class AlertFilter implements Predicate<Alert> {

    private static final String TEXT = "q";

    /** The parameters, each with how it makes a test of one of its values. */
    private static final Map<String, BiFunction<String, String, Predicate<Alert>>> TESTS = Map.ofEntries(
            Map.entry("status", (name, value) -> is(Alert::getStatus, symbol(AlertStatus.class, name, value))),
            Map.entry("severity", (name, value) -> is(Alert::getSeverity, symbol(Severity.class, name, value))),
            Map.entry("minSeverity", AlertFilter::atLeast),
            Map.entry("certainty", (name, value) -> is(Alert::getCertainty, symbol(Certainty.class, name, value))),
            Map.entry("mode", (name, value) -> is(Alert::getMode, symbol(PatternMode.class, name, value))),
            Map.entry("exercise", (name, value) -> is(Alert::getExercise, flag(name, value))),
            Map.entry("pattern", (name, value) -> is(Alert::getPatternId, value)),
            Map.entry("incident", (name, value) -> is(Alert::getIncidentId, value)),
            Map.entry("hostState", (name, value) -> mission(EventMission::getHostState, value)),
            Map.entry("sendingState", (name, value) -> mission(EventMission::getSendingState, value)),
            Map.entry("city", (name, value) -> mission(EventMission::getCity, value)),
            Map.entry(
                    "missionType",
                    (name, value) -> mission(mission -> mission.getType().name(), value)),
            Map.entry(
                    "actor",
                    (name, value) -> alert -> alert.getActors().stream()
                            .anyMatch(actor -> actor.getId().equalsIgnoreCase(value)
                                    || actor.getName().equalsIgnoreCase(value))),
            Map.entry(
                    "place",
                    (name, value) -> alert -> alert.getPlaces().stream()
                            .anyMatch(place -> place.getId().equals(value)
                                    || place.getName().equalsIgnoreCase(value))),
            Map.entry(
                    "country",
                    (name, value) -> alert ->
                            alert.getPlaces().stream().anyMatch(place -> value.equalsIgnoreCase(place.getCountry()))),
            Map.entry("openedSince", (name, value) -> openedSince(time(name, value))),
            Map.entry(
                    "openedUntil",
                    (name, value) -> openedSince(time(name, value)).negate()),
            Map.entry("since", (name, value) -> since(time(name, value))),
            Map.entry("until", (name, value) -> since(time(name, value)).negate()),
            Map.entry(TEXT, (name, value) -> text(value)));

    private final List<Predicate<Alert>> tests;

    private AlertFilter(List<Predicate<Alert>> tests) {
        this.tests = List.copyOf(tests);
    }

    /** The names of the parameters. */
    static List<String> parameters() {
        return TESTS.keySet().stream().sorted().toList();
    }

    /**
     * Reads the parameters of a request; without {@code mode} and {@code exercise} only live alerts that are no exercise.
     *
     * @param others names of parameters that are not the filter's
     * @throws BadRequest naming the parameter that is unknown or wrong
     */
    static AlertFilter of(Map<String, List<String>> parameters, List<String> others) {
        var tests = new ArrayList<Predicate<Alert>>();
        parameters.forEach((name, values) -> {
            if (TESTS.containsKey(name)) {
                tests.add(values.stream()
                        .flatMap(value -> name.equals(TEXT) ? Stream.of(value) : Stream.of(value.split(",", -1)))
                        .map(value -> TESTS.get(name).apply(name, value.strip()))
                        .reduce(alert -> false, Predicate::or));
            } else if (!others.contains(name)) {
                throw new BadRequest("unknown parameter '" + name + "'; expected one of " + parameters());
            }
        });
        if (!parameters.containsKey("mode")) {
            tests.add(is(Alert::getMode, PatternMode.LIVE));
        }
        if (!parameters.containsKey("exercise")) {
            tests.add(is(Alert::getExercise, false));
        }
        return new AlertFilter(tests);
    }

    @Override
    public boolean test(Alert alert) {
        return tests.stream().allMatch(test -> test.test(alert));
    }

    private static <T> Predicate<Alert> is(Function<Alert, T> facet, T value) {
        return alert -> Objects.equals(facet.apply(alert), value);
    }

    private static Predicate<Alert> atLeast(String name, String value) {
        var least = symbol(Severity.class, name, value);
        return alert -> alert.getSeverity().compareTo(least) >= 0;
    }

    private static Predicate<Alert> mission(Function<EventMission, String> facet, String value) {
        return alert -> alert.getMissions().stream()
                .map(facet)
                .flatMap(found -> Optional.ofNullable(found).stream())
                .anyMatch(value::equalsIgnoreCase);
    }

    private static Predicate<Alert> since(Instant time) {
        return alert -> !alert.getUpdatedAt().isBefore(time);
    }

    private static Predicate<Alert> openedSince(Instant time) {
        return alert -> !alert.getOpenedAt().isBefore(time);
    }

    /** Every word must occur, in any order, anywhere in what an alert tells. */
    private static Predicate<Alert> text(String value) {
        var wanted = List.of(value.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        return alert -> {
            var told = told(alert).toLowerCase(Locale.ROOT);
            return wanted.stream().allMatch(told::contains);
        };
    }

    private static String told(Alert alert) {
        var told = new StringJoiner("\n");
        told.add(alert.getTitle()).add(alert.getSummary()).add(alert.getPatternTitle());
        alert.getActors().forEach(actor -> told.add(actor.getName()));
        alert.getPlaces().forEach(place -> told.add(place.getName()));
        alert.getEvidence().forEach(piece -> {
            told.add(piece.getTitle()).add(piece.getOutlet());
            piece.getSentences().forEach(told::add);
        });
        return told.toString();
    }

    private static <E extends Enum<E>> E symbol(Class<E> type, String name, String value) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new BadRequest("'" + name + "' is one of "
                        + Stream.of(type.getEnumConstants()).map(Enum::name).toList()));
    }

    private static boolean flag(String name, String value) {
        if (value.equals("true") || value.equals("false")) {
            return value.equals("true");
        }
        throw new BadRequest("'" + name + "' is true or false");
    }

    private static Instant time(String name, String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeException wrong) {
            throw new BadRequest("'" + name + "' is a time such as 2026-03-02T12:00:00Z");
        }
    }
}
