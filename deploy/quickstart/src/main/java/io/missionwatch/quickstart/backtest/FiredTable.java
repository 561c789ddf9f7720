package io.missionwatch.quickstart.backtest;

import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.PatternMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Says which patterns would have fired, how often, and how right they would have been. */
public final class FiredTable {

    private static final String LINE = "%-52s %-6s %7s %9s";
    private static final String SCORE = " %6s %6s %7s %10s %7s";
    private static final int LONGEST_TITLE = 52;

    private final FiredAlerts fired;
    private final Optional<Labels> labels;
    private final List<String> lines = new ArrayList<>();

    private FiredTable(FiredAlerts fired, Optional<Labels> labels) {
        this.fired = fired;
        this.labels = labels;
    }

    /** The table: a line for each pattern that fired, and one for all live ones together. */
    public static List<String> of(FiredAlerts fired, Optional<Labels> labels) {
        return new FiredTable(fired, labels).lines();
    }

    private List<String> lines() {
        lines.add(LINE.formatted("pattern", "mode", "alerts", "articles")
                + (labels.isPresent() ? SCORE.formatted("right", "wrong", "missed", "precision", "recall") : ""));
        var byPattern = new TreeMap<String, List<Alert>>();
        standing()
                .forEach(alert -> byPattern
                        .computeIfAbsent(alert.getPatternId(), id -> new ArrayList<>())
                        .add(alert));
        byPattern.forEach(this::addPattern);
        var live = standing().stream()
                .filter(alert -> alert.getMode() == PatternMode.LIVE)
                .toList();
        var found = articlesOf(live);
        add("all live patterns", "", live.size(), found, scored(found, label -> Optional.of(label.alert())));
        return List.copyOf(lines);
    }

    /** Alerts that were taken back would not have been left to anybody. */
    private List<Alert> standing() {
        return fired.all().stream()
                .filter(alert -> alert.getStatus() != AlertStatus.CANCELLED)
                .toList();
    }

    private void addPattern(String id, List<Alert> alerts) {
        var found = articlesOf(alerts);
        var first = alerts.get(0);
        add(
                first.getPatternTitle(),
                first.getMode().name().toLowerCase(Locale.ROOT),
                alerts.size(),
                found,
                scored(found, label -> label.wants(id)));
    }

    private Optional<Score> scored(
            Set<String> found, java.util.function.Function<Labels.Label, Optional<Boolean>> wanted) {
        return labels.map(given -> Score.of(found, given, wanted));
    }

    private Set<String> articlesOf(Collection<Alert> alerts) {
        var articles = new HashSet<String>();
        alerts.forEach(alert -> articles.addAll(fired.articlesOf(alert)));
        return articles;
    }

    private void add(String title, String mode, int alerts, Set<String> articles, Optional<Score> score) {
        var shown = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE - 1) + "…" : title;
        lines.add(LINE.formatted(shown, mode, alerts, articles.size())
                + score.map(FiredTable::scoreOf).orElse(""));
    }

    private static String scoreOf(Score score) {
        return SCORE.formatted(score.right(), score.wrong(), score.missed(), score.precision(), score.recall());
    }
}
