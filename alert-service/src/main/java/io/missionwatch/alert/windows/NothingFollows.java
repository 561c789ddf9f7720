package io.missionwatch.alert.windows;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something happens and what is expected to follow does not: an alert once the span is over, and some grace for late
 * reports. A late report of what was expected takes it back.
 *
 * @param suppressFor length of a window
 * @param minIndependentOrigins origins that must have reported what happened
 * @param after rule of what happens
 * @param expected rules of what should follow
 * @param within how long it may take
 */
public record NothingFollows(
        Duration suppressFor, int minIndependentOrigins, String after, Set<String> expected, Duration within)
        implements WindowRule {
    public NothingFollows {
        expected = Set.copyOf(expected);
    }

    @Override
    public Duration reach() {
        return suppressFor.multipliedBy(2).plus(within).plus(GRACE);
    }

    @Override
    public List<Assignment> assign(Naming naming, Collection<Hit> hits, Instant reached) {
        var alerts = new WindowAlerts(naming, suppressFor);
        hits.stream()
                .filter(hit -> isOverdue(hit, hits, reached))
                .forEach(hit -> alerts.add(hit.time().plus(within), List.of(hit)));
        return alerts.alerts(minIndependentOrigins, hits);
    }

    @Override
    public Optional<Instant> nextDeadline(Collection<Hit> hits, Instant now) {
        return hits.stream()
                .filter(hit -> hit.matched(after))
                .map(this::deadlineOf)
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    private boolean isOverdue(Hit hit, Collection<Hit> hits, Instant reached) {
        return hit.evidence().supports()
                && hit.matched(after)
                && !reached.isBefore(deadlineOf(hit))
                && hits.stream().noneMatch(other -> follows(hit, other));
    }

    private boolean follows(Hit hit, Hit other) {
        return other.time().isAfter(hit.time())
                && !other.time().isAfter(hit.time().plus(within))
                && expected.stream().anyMatch(other::matched);
    }

    private Instant deadlineOf(Hit hit) {
        return hit.time().plus(within).plus(GRACE);
    }
}
