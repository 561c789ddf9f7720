package io.missionwatch.alert.incidents;

import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.evidence.Mission;
import io.missionwatch.alert.evidence.Place;
import io.missionwatch.ids.NamedUuid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The happening that an alert is about, by country, city and day. Patterns that see the same reports agree on it without
 * asking each other, because it follows from the reports alone.
 *
 * @param country ISO 3166-1 alpha-2 code of the state where it is, {@code -} where no report says
 * @param city the city that most reports name, {@code -} where none does
 * @param day the first day that a report gives, in UTC
 */
public record Incident(String country, String city, LocalDate day) {

    private static final NamedUuid IDS = new NamedUuid("incident");
    private static final String UNKNOWN = "-";

    /** A report is at most this much later than what it reports as news. */
    private static final int NEWS_DAYS = 7;

    /** The happening that this evidence tells. At least one piece of evidence supports it. */
    public static Incident of(Collection<Evidence> evidence) {
        var supporting = evidence.stream().filter(Evidence::supports).toList();
        return new Incident(
                mostFrequent(supporting, Incident::countryOf),
                mostFrequent(supporting, Incident::cityOf),
                supporting.stream()
                        .map(Incident::dayOf)
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /** The id that all alerts of the happening share. */
    public String id() {
        return IDS.of(country, city, day.toString());
    }

    private static String mostFrequent(Collection<Evidence> evidence, Function<Evidence, Optional<String>> facet) {
        var counts = new TreeMap<String, Integer>();
        evidence.stream()
                .flatMap(one -> facet.apply(one).stream())
                .forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse(UNKNOWN);
    }

    private static Optional<String> countryOf(Evidence evidence) {
        return Stream.concat(
                        evidence.missions().stream().flatMap(mission -> mission.hostState().stream()),
                        evidence.place().flatMap(Place::country).stream())
                .findFirst();
    }

    private static Optional<String> cityOf(Evidence evidence) {
        return evidence.missions().stream()
                .filter(mission -> !mission.cityInferred())
                .map(Mission::city)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> evidence.place()
                        .filter(place -> place.type().equals("CITY"))
                        .map(Place::name));
    }

    private static LocalDate dayOf(Evidence evidence) {
        return evidence.telling()
                .occurred()
                .filter(occurred -> isNews(occurred, evidence.eventTime()))
                .orElse(evidence.eventTime())
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
    }

    private static boolean isNews(Instant occurred, Instant told) {
        return !occurred.isAfter(told) && occurred.isAfter(told.minus(NEWS_DAYS, ChronoUnit.DAYS));
    }
}
