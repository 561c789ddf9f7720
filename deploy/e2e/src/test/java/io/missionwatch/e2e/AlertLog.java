package io.missionwatch.e2e;

import static java.util.stream.Collectors.groupingBy;

import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertEvidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every revision of every alert that a test has seen, and what must hold of them. */
final class AlertLog {

    private final List<Alert> revisions = new ArrayList<>();

    synchronized void add(Alert revision) {
        revisions.add(revision);
    }

    synchronized int size() {
        return revisions.size();
    }

    synchronized List<Alert> all() {
        return List.copyOf(revisions);
    }

    /** The last revision of each alert. */
    synchronized List<Alert> last() {
        var last = new LinkedHashMap<String, Alert>();
        revisions.forEach(revision -> last.put(revision.getAlertId(), revision));
        return List.copyOf(last.values());
    }

    /** Alerts whose revisions are not 1, 2, 3 ... in this order. */
    synchronized Map<String, List<Integer>> broken() {
        var numbers = revisions.stream()
                .collect(groupingBy(
                        Alert::getAlertId, TreeMap::new, Collectors.mapping(Alert::getRevision, Collectors.toList())));
        numbers.values()
                .removeIf(seen -> seen.equals(
                        IntStream.rangeClosed(1, seen.size()).boxed().toList()));
        return numbers;
    }

    /** What must be equal however often a run was disturbed: per alert its evidence, severity, certainty and origins. */
    synchronized Map<String, String> outcome() {
        var outcome = new TreeMap<String, String>();
        last().forEach(alert -> outcome.put(
                alert.getAlertId(),
                "%s %s %s %d %s"
                        .formatted(
                                alert.getStatus(),
                                alert.getSeverity(),
                                alert.getCertainty(),
                                alert.getOrigins(),
                                evidence(alert))));
        return outcome;
    }

    private static Set<String> evidence(Alert alert) {
        return alert.getEvidence().stream().map(AlertLog::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(AlertEvidence evidence) {
        return evidence.getEventId() + "@" + evidence.getArticleRevision();
    }
}
