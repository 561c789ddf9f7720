package io.missionwatch.quickstart.backtest;

import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertEvidence;
import io.missionwatch.schema.Stance;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The alerts of a run: the last revision of each, in the order in which they were opened. */
public final class FiredAlerts {

    private final Map<String, Alert> last = new LinkedHashMap<>();
    private final Map<String, Set<String>> articles = new HashMap<>();

    void add(Alert revision) {
        last.put(revision.getAlertId(), revision);
        var named = articles.computeIfAbsent(revision.getAlertId(), id -> new HashSet<>());
        // A revision names its best evidence only; as long as it names all, what was withdrawn goes with it.
        if (revision.getEvidence().size() >= revision.getEvidenceCount()) {
            named.clear();
        }
        revision.getEvidence().stream()
                .filter(evidence -> evidence.getStance() == Stance.SUPPORTS)
                .map(AlertEvidence::getArticleId)
                .forEach(named::add);
    }

    /** All of them. */
    public List<Alert> all() {
        return List.copyOf(last.values());
    }

    Optional<Alert> find(String alertId) {
        return Optional.ofNullable(last.get(alertId));
    }

    /** The articles that speak for an alert. */
    Set<String> articlesOf(Alert alert) {
        return articles.getOrDefault(alert.getAlertId(), Set.of()).stream().collect(Collectors.toUnmodifiableSet());
    }
}
