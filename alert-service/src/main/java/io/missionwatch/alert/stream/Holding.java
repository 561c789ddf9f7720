package io.missionwatch.alert.stream;

import io.missionwatch.alert.book.AlertState;
import io.missionwatch.alert.book.Reviser;
import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.evidence.Mission;
import io.missionwatch.alert.evidence.Party;
import io.missionwatch.alert.severity.Severity;
import io.missionwatch.alert.suppressions.LiveSuppressions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks the live suppressions whether one of them holds an alert back. */
record Holding(LiveSuppressions suppressions) implements Reviser.Suppressing {

    @Override
    public Optional<String> of(AlertState state, Instant at) {
        return suppressions.holding(factsOf(state), at);
    }

    private static Map<String, Set<String>> factsOf(AlertState state) {
        return Map.of(
                "patternId", Set.of(state.about().card().patternId()),
                "group", Set.of(state.about().group().label()),
                "hostState", missions(state, Mission::hostState),
                "sendingState", missions(state, Mission::sendingState),
                "city", missions(state, Mission::city),
                "actorId", all(state, evidence -> evidence.actors().stream().map(Party::id)),
                "incidentId", Set.of(state.latest().incidentId()),
                "belowSeverity", above(state.latest().assessment().severity()));
    }

    /** The severities that an alert of this one is below. */
    private static Set<String> above(Severity severity) {
        return Stream.of(Severity.values())
                .filter(other -> other.compareTo(severity) > 0)
                .map(Severity::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> missions(AlertState state, Function<Mission, Optional<String>> facet) {
        return all(state, evidence -> evidence.missions().stream().flatMap(mission -> facet.apply(mission).stream()));
    }

    private static Set<String> all(AlertState state, Function<Evidence, Stream<String>> facet) {
        return state.evidence().values().stream().flatMap(facet).collect(Collectors.toSet());
    }
}
