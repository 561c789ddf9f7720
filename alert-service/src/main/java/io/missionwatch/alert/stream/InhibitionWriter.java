package io.missionwatch.alert.stream;

import io.missionwatch.alert.book.AlertBook;
import io.missionwatch.alert.book.AlertState;
import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.evidence.Mission;
import io.missionwatch.alert.severity.Severity;
import io.missionwatch.ids.NamedUuid;
import io.missionwatch.schema.Suppression;
import io.missionwatch.schema.SuppressionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a critical alert hold back the lesser ones of its incident that concern the missions of the same state: whoever is
 * told of the attack needs no second call for the claim. The suppression is written when the alert becomes critical, and
 * ended when it is critical no more, or over.
 */
final class InhibitionWriter {

    private static final NamedUuid IDS = new NamedUuid("inhibition");
    private static final Duration LONGEST = Duration.ofDays(14);

    private InhibitionWriter() {}

    /** What is to be written because an alert was revised; nothing where what it holds back stays the same. */
    static Optional<Suppression> write(Optional<AlertState> before, AlertState after) {
        var held = before.flatMap(InhibitionWriter::matchers);
        var holds = matchers(after);
        return holds.equals(held)
                ? Optional.empty()
                : holds.or(() -> held).map(matchers -> suppression(after, matchers, holds.isPresent()));
    }

    /** What the alerts have in common that an alert holds back; empty where it holds none back. */
    private static Optional<Map<String, String>> matchers(AlertState state) {
        return isCritical(state)
                ? sendingState(state).map(sender -> matchers(state.latest().incidentId(), sender))
                : Optional.empty();
    }

    private static Map<String, String> matchers(String incidentId, String sender) {
        var matchers = new LinkedHashMap<String, String>();
        matchers.put("incidentId", incidentId);
        matchers.put("sendingState", sender);
        matchers.put("belowSeverity", Severity.CRITICAL.name());
        return matchers;
    }

    private static boolean isCritical(AlertState state) {
        var latest = state.latest();
        return latest.revision() > 0
                && latest.assessment().severity() == Severity.CRITICAL
                && !latest.status().isFinal()
                && latest.suppressedBy().isEmpty()
                && !state.about().card().shadow()
                && !state.isExercise();
    }

    /** The state whose missions the alert concerns, where it is one alone. */
    private static Optional<String> sendingState(AlertState state) {
        var senders = state.evidence().values().stream()
                .filter(Evidence::supports)
                .flatMap(evidence -> evidence.missions().stream())
                .map(Mission::sendingState)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return senders.size() == 1 ? Optional.of(senders.get(0)) : Optional.empty();
    }

    private static Suppression suppression(AlertState state, Map<String, String> matchers, boolean holds) {
        var latest = state.latest();
        return Suppression.newBuilder()
                .setSuppressionId(IDS.of(state.about().alertId()))
                .setKind(SuppressionKind.SILENCE)
                .setMatchers(matchers)
                .setStartsAt(latest.openedAt())
                .setExpiresAt(holds ? latest.openedAt().plus(LONGEST) : ended(latest.openedAt(), latest.updatedAt()))
                .setReason("A critical alert tells of the same incident.")
                .setCreatedBy(AlertBook.ITSELF)
                .setAlertId(state.about().alertId())
                .build();
    }

    /** A suppression ends after it starts, also one that is over at once. */
    private static Instant ended(Instant start, Instant end) {
        return end.isAfter(start) ? end : start.plusMillis(1);
    }
}
