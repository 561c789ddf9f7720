package io.missionwatch.alert.deliveries.outbox;

import io.missionwatch.alert.deliveries.plan.PlanMap;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertChange;
import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.EventMission;
import io.missionwatch.schema.EventPlace;
import io.missionwatch.schema.MissionType;
import io.missionwatch.schema.PatternMode;
import io.missionwatch.schema.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which revisions a receiver gets. What is tried in shadow, comes from back-fill or is held back by a suppression goes only
 * to whoever asks for it by name. An alert that goes on with an earlier one is not told again until it takes a turn.
 */
public final class AlertChoice implements Predicate<Alert> {

    private final List<Predicate<Alert>> tests;

    private AlertChoice(List<Predicate<Alert>> tests) {
        this.tests = List.copyOf(tests);
    }

    /**
     * Reads a filter; values of one key are alternatives, all keys must hold.
     *
     * @throws io.missionwatch.runtime.settings.SettingException naming the key that is unknown or wrong
     */
    public static AlertChoice from(PlanMap filter) {
        var tests = new ArrayList<Predicate<Alert>>();
        filter.choice("min-severity", Severity.class).ifPresent(least -> tests.add(atLeast(least)));
        anyOf(filter.choices("statuses", AlertStatus.class), Alert::getStatus).ifPresent(tests::add);
        anyOf(filter.texts("patterns"), Alert::getPatternId).ifPresent(tests::add);
        anyOf(filter.texts("without-patterns"), Alert::getPatternId)
                .map(Predicate::negate)
                .ifPresent(tests::add);
        somewhere(filter.texts("places")).ifPresent(tests::add);
        addMissions(filter.map("missions"), tests);
        unlessAsked(filter.flag("exercise"), Alert::getExercise).ifPresent(tests::add);
        unlessAsked(filter.flag("shadow"), alert -> alert.getMode() == PatternMode.SHADOW)
                .ifPresent(tests::add);
        unlessAsked(filter.flag("suppressed"), alert -> alert.getSuppressedBy() != null)
                .ifPresent(tests::add);
        unlessAsked(filter.flag("continuations"), AlertChoice::goesOnQuietly).ifPresent(tests::add);
        filter.end();
        return new AlertChoice(tests);
    }

    @Override
    public boolean test(Alert alert) {
        return tests.stream().allMatch(test -> test.test(alert));
    }

    // Whoever was told that it is bad must be told that it is not so bad after all.
    private static Predicate<Alert> atLeast(Severity least) {
        return alert -> alert.getSeverity().compareTo(least) >= 0 || alert.getChange() == AlertChange.DEESCALATED;
    }

    private static boolean goesOnQuietly(Alert alert) {
        return alert.getContinues() != null
                && (alert.getChange() == AlertChange.OPENED || alert.getChange() == AlertChange.UPDATED);
    }

    private static Optional<Predicate<Alert>> unlessAsked(boolean asked, Predicate<Alert> special) {
        return asked ? Optional.empty() : Optional.of(special.negate());
    }

    private static <T> Optional<Predicate<Alert>> anyOf(List<T> wanted, Function<Alert, T> facet) {
        return wanted.isEmpty() ? Optional.empty() : Optional.of(alert -> wanted.contains(facet.apply(alert)));
    }

    private static Optional<Predicate<Alert>> somewhere(List<String> wanted) {
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(alert -> alert.getPlaces().stream()
                        .flatMap(AlertChoice::namesOf)
                        .anyMatch(name -> wanted.stream().anyMatch(name::equalsIgnoreCase)));
    }

    private static Stream<String> namesOf(EventPlace place) {
        return Stream.of(place.getId(), place.getName(), place.getCountry(), place.getAdmin1())
                .flatMap(Stream::ofNullable);
    }

    private static void addMissions(PlanMap filter, List<Predicate<Alert>> tests) {
        var types = filter.choices("types", MissionType.class);
        var facets = List.of(
                anyText(filter.texts("sending-states"), EventMission::getSendingState),
                anyText(filter.texts("host-states"), EventMission::getHostState),
                anyText(filter.texts("cities"), EventMission::getCity),
                types.isEmpty()
                        ? Optional.<Predicate<EventMission>>empty()
                        : Optional.<Predicate<EventMission>>of(mission -> types.contains(mission.getType())));
        filter.end();
        facets.stream()
                .flatMap(Optional::stream)
                .reduce(Predicate::and)
                .ifPresent(wanted ->
                        tests.add(alert -> alert.getMissions().stream().anyMatch(wanted)));
    }

    private static Optional<Predicate<EventMission>> anyText(
            List<String> wanted, Function<EventMission, String> facet) {
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(mission -> Stream.ofNullable(facet.apply(mission))
                        .anyMatch(value -> wanted.stream().anyMatch(value::equalsIgnoreCase)));
    }
}
