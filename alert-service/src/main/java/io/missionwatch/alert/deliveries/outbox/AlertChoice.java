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
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which revisions a receiver gets. Whoever was told of an alert hears its turns and its end, also below the severity that
 * was asked for and while the alert is held back; whoever was not told of it is spared both. What is tried in shadow, comes
 * from back-fill or is held back goes only to whoever asks for it by name. An alert that goes on with an earlier one is not
 * told again until it takes a turn for the worse, unless a severity is asked for, below which the earlier one may have been.
 */
public final class AlertChoice implements Predicate<Alert> {

    private static final Set<AlertStatus> GOING_ON = Set.of(AlertStatus.OPEN, AlertStatus.ACKNOWLEDGED);

    private final List<Predicate<Alert>> facets;
    private final Severity least;
    private final boolean suppressed;

    private AlertChoice(List<Predicate<Alert>> facets, Severity least, boolean suppressed) {
        this.facets = List.copyOf(facets);
        this.least = least;
        this.suppressed = suppressed;
    }

    /**
     * Reads a filter; values of one key are alternatives, all keys must hold.
     *
     * @throws io.missionwatch.runtime.settings.SettingException naming the key that is unknown or wrong
     */
    public static AlertChoice from(PlanMap filter) {
        var tests = new ArrayList<Predicate<Alert>>();
        var least = filter.choice("min-severity", Severity.class);
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
        unlessAsked(filter.flag("continuations") || least.isPresent(), Alert::getQuiet)
                .ifPresent(tests::add);
        var suppressed = filter.flag("suppressed");
        filter.end();
        return new AlertChoice(tests, least.orElse(Severity.INFORMATIONAL), suppressed);
    }

    @Override
    public boolean test(Alert alert) {
        return facets.stream().allMatch(facet -> facet.test(alert)) && isNews(alert);
    }

    private boolean isNews(Alert alert) {
        if (!GOING_ON.contains(alert.getStatus())) {
            return wasTold(alert);
        }
        boolean isTurn = alert.getChange() != AlertChange.UPDATED;
        return (suppressed || alert.getSuppressedBy() == null)
                && (isEnough(alert.getSeverity()) || (isTurn && wasTold(alert)));
    }

    // Who asks for what is held back was told of revisions that were announced to nobody else.
    private boolean wasTold(Alert alert) {
        return suppressed || (alert.getAnnounced() != null && isEnough(alert.getAnnounced()));
    }

    private boolean isEnough(Severity severity) {
        return severity.compareTo(least) >= 0;
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
