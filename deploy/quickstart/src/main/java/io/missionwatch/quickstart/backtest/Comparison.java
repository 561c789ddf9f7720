package io.missionwatch.quickstart.backtest;

import io.missionwatch.schema.Alert;
import java.util.ArrayList;
import java.util.List;

/** Says which alerts another version of the patterns would have raised, left out, or raised otherwise. */
public final class Comparison {

    private final FiredAlerts before;
    private final FiredAlerts after;

    /** The alerts of two versions, over the same past. */
    public Comparison(FiredAlerts before, FiredAlerts after) {
        this.before = before;
        this.after = after;
    }

    /** A line for each alert that is not the same, and how many there are of each kind. */
    public List<String> lines() {
        var appearing = new ArrayList<String>();
        var changing = new ArrayList<String>();
        int same = 0;
        for (var alert : after.all()) {
            var known = before.find(alert.getAlertId());
            if (known.isEmpty()) {
                appearing.add("appears   " + told(alert));
            } else if (differences(known.get(), alert).isEmpty()) {
                same++;
            } else {
                changing.add("changes   " + told(alert) + ": " + String.join(", ", differences(known.get(), alert)));
            }
        }
        var vanishing = before.all().stream()
                .filter(alert -> after.find(alert.getAlertId()).isEmpty())
                .map(alert -> "vanishes  " + told(alert))
                .toList();
        var lines = new ArrayList<String>(appearing);
        lines.addAll(vanishing);
        lines.addAll(changing);
        lines.add("%d alerts appear, %d vanish, %d change, %d are the same"
                .formatted(appearing.size(), vanishing.size(), changing.size(), same));
        return List.copyOf(lines);
    }

    private static String told(Alert alert) {
        return alert.getWindowStart() + "  " + alert.getSeverity() + "  " + alert.getTitle();
    }

    private List<String> differences(Alert one, Alert other) {
        var differences = new ArrayList<String>();
        addIfDifferent(differences, "severity", one.getSeverity(), other.getSeverity());
        addIfDifferent(differences, "certainty", one.getCertainty(), other.getCertainty());
        addIfDifferent(differences, "status", one.getStatus(), other.getStatus());
        addIfDifferent(differences, "mode", one.getMode(), other.getMode());
        var articles = before.articlesOf(one);
        var others = after.articlesOf(other);
        if (!articles.equals(others)) {
            differences.add("articles " + articles.size() + " -> " + others.size());
        }
        return differences;
    }

    private static void addIfDifferent(List<String> differences, String what, Object one, Object other) {
        if (!one.equals(other)) {
            differences.add(what + " " + one + " -> " + other);
        }
    }
}
