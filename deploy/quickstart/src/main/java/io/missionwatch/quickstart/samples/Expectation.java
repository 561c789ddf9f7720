package io.missionwatch.quickstart.samples;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a careful reader expects of a sample item: the kinds of alert it must raise, kinds that would be no mistake
 * either, and which missions are concerned where. An item that must raise none has no host state.
 */
public record Expectation(
        Set<AlertKind> alerts,
        Set<AlertKind> may,
        Optional<String> host,
        List<String> sending,
        Optional<String> city,
        boolean disputed) {

    /** Nothing to alert of. */
    public static final Expectation NONE =
            new Expectation(Set.of(), Set.of(), Optional.empty(), List.of(), Optional.empty(), false);

    public Expectation {
        alerts = Set.copyOf(alerts);
        may = Set.copyOf(may);
        sending = List.copyOf(sending);
        if (alerts.isEmpty() == host.isPresent()) {
            throw new IllegalArgumentException("an alert has a host state, and only an alert has one");
        }
        if (alerts.stream().anyMatch(may::contains)) {
            throw new IllegalArgumentException("a kind stands in alerts or in may, not in both");
        }
    }

    public boolean isAlert() {
        return !alerts.isEmpty();
    }

    /** Whether an alert of this kind is right for the item. */
    public boolean allows(AlertKind kind) {
        return alerts.contains(kind) || may.contains(kind);
    }

    /** Every kind that would be right, required or not. */
    public Set<AlertKind> allowed() {
        var allowed = EnumSet.noneOf(AlertKind.class);
        allowed.addAll(alerts);
        allowed.addAll(may);
        return allowed;
    }
}
