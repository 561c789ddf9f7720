package io.missionwatch.alert.severity;

import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.evidence.Place;
import io.missionwatch.alert.origins.Origins;
import io.missionwatch.alert.sites.WatchedSites;
import io.missionwatch.alert.sites.WatchedSites.Near;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the rules of severity and certainty look at: the evidence of an alert in a few figures.
 *
 * @param level what the pattern says
 * @param types event types of what supports the alert
 * @param verifications who stands behind it
 * @param modalities whether the texts say that it is so
 * @param reliabilities how far the outlets are trusted
 * @param origins independent origins of what supports it
 * @param denials pieces of evidence against it
 * @param killed the highest lower bound of people killed
 * @param near the watched site that it was nearest to; empty where none is watched, or nobody says where exactly
 * @param watchedState a state that a watch list names, and whose mission it concerns, or in which one is
 */
public record Weighing(
        Severity level,
        Set<String> types,
        Set<String> verifications,
        Set<String> modalities,
        Set<String> reliabilities,
        int origins,
        int denials,
        int killed,
        Optional<Near> near,
        Optional<String> watchedState) {

    /** The figures of this evidence, among these watched sites. */
    public static Weighing of(Severity level, Collection<Evidence> evidence, WatchedSites sites) {
        var supporting = evidence.stream().filter(Evidence::supports).toList();
        return new Weighing(
                level,
                symbols(supporting, one -> one.telling().type()),
                symbols(supporting, one -> one.telling().verification()),
                symbols(supporting, one -> one.telling().modality()),
                symbols(supporting, one -> one.source().reliability()),
                Origins.of(supporting.stream().map(Evidence::source).toList()).count(),
                evidence.size() - supporting.size(),
                supporting.stream()
                        .mapToInt(one -> one.telling().killed())
                        .max()
                        .orElse(0),
                nearest(supporting, sites),
                watchedState(supporting, sites));
    }

    private static Optional<Near> nearest(List<Evidence> evidence, WatchedSites sites) {
        return evidence.stream()
                .flatMap(one -> one.place().stream())
                .filter(Place::isPoint)
                .distinct()
                .flatMap(place -> sites.nearest(place.latitude(), place.longitude(), List.of()).stream())
                .min(Comparator.comparingDouble(Near::km).thenComparing(Near::name));
    }

    private static Optional<String> watchedState(List<Evidence> evidence, WatchedSites watched) {
        var missions = evidence.stream().flatMap(one -> one.missions().stream()).toList();
        var sending = missions.stream()
                .flatMap(mission -> mission.sendingState().stream())
                .filter(watched::watchesMissionsOf);
        var host = missions.stream()
                .flatMap(mission -> mission.hostState().stream())
                .filter(watched::watchesMissionsIn);
        return Stream.concat(sending, host).min(Comparator.naturalOrder());
    }

    private static Set<String> symbols(List<Evidence> evidence, Function<Evidence, String> facet) {
        return evidence.stream().map(facet).collect(Collectors.toUnmodifiableSet());
    }
}
