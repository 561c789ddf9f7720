package io.missionwatch.alert.windows;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be said to the alert book so that it knows the alerts as they are now.
 *
 * @param includes evidence that an alert gets, or gets again because its alert now continues another one
 * @param withdrawals evidence that an alert loses
 * @param hits the hits that changed, with the alerts that they are handed to now
 */
public record Handover(List<Include> includes, List<Withdrawal> withdrawals, List<Hit> hits) {
    public Handover {
        includes = List.copyOf(includes);
        withdrawals = List.copyOf(withdrawals);
        hits = List.copyOf(hits);
    }

    /** Evidence for an alert. */
    public record Include(Assignment assignment, Hit hit) {}

    /** Evidence that an alert loses. */
    public record Withdrawal(String alertId, String eventId) {}

    /**
     * What has changed.
     *
     * @param hits all hits of the group, with the alerts that they were handed to before
     * @param assignments the alerts as they are now
     * @param renewed the hit whose evidence is new, although it may have been handed over before
     */
    public static Handover of(Collection<Hit> hits, List<Assignment> assignments, Optional<String> renewed) {
        var includes = new ArrayList<Include>();
        var withdrawals = new ArrayList<Withdrawal>();
        var changed = new ArrayList<Hit>();
        var byEvent = byEvent(assignments);
        for (var hit : supportingFirst(hits)) {
            boolean isNew = renewed.filter(hit.eventId()::equals).isPresent();
            var now = new HashMap<String, String>();
            for (var assignment : byEvent.getOrDefault(hit.eventId(), List.of())) {
                var continues = assignment.continues().orElse("");
                now.put(assignment.alertId(), continues);
                if (isNew || !continues.equals(hit.alerts().get(assignment.alertId()))) {
                    includes.add(new Include(assignment, hit));
                }
            }
            hit.alerts().keySet().stream()
                    .filter(alertId -> !now.containsKey(alertId))
                    .sorted()
                    .forEach(alertId -> withdrawals.add(new Withdrawal(alertId, hit.eventId())));
            if (!now.equals(hit.alerts()) || isNew) {
                changed.add(hit.handedTo(now));
            }
        }
        return new Handover(includes, withdrawals, changed);
    }

    /** An alert is opened by what supports it; a denial that came first is told after it. */
    private static List<Hit> supportingFirst(Collection<Hit> hits) {
        return hits.stream()
                .sorted(Comparator.comparing((Hit hit) -> !hit.evidence().supports())
                        .thenComparing(Hit::time)
                        .thenComparing(Hit::eventId))
                .toList();
    }

    private static Map<String, List<Assignment>> byEvent(List<Assignment> assignments) {
        var byEvent = new HashMap<String, List<Assignment>>();
        for (var assignment : assignments) {
            assignment
                    .eventIds()
                    .forEach(eventId -> byEvent.computeIfAbsent(eventId, any -> new ArrayList<>())
                            .add(assignment));
        }
        return byEvent;
    }
}
