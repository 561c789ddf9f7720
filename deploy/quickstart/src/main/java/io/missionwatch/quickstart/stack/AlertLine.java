package io.missionwatch.quickstart.stack;

import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertChange;
import io.missionwatch.schema.AlertEvidence;
import io.missionwatch.schema.PatternMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes an alert as one line for a person before a terminal. */
public final class AlertLine {

    private static final int MOST_OUTLETS = 3;
    private static final int LONGEST_TEXT = 120;

    private final DateTimeFormatter time;

    /** Lines with the times of a zone. */
    public AlertLine(ZoneId zone) {
        time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /** The line of a revision that is for people: neither of a pattern on trial, nor held back. */
    public Optional<String> shown(Alert alert) {
        var isShown = alert.getMode() == PatternMode.LIVE && alert.getSuppressedBy() == null;
        return isShown ? Optional.of(of(alert)) : Optional.empty();
    }

    /** The line of a revision: when, how bad, how sure, what, from how many origins, and what the revision did. */
    private String of(Alert alert) {
        return "%s  %-8s %-8s  %s  [%s]%s"
                .formatted(
                        time.format(alert.getUpdatedAt()),
                        alert.getSeverity(),
                        alert.getCertainty().toString().toLowerCase(Locale.ROOT),
                        plain(alert.getTitle()),
                        sources(alert),
                        change(alert));
    }

    private static String change(Alert alert) {
        if (alert.getChange() == AlertChange.OPENED) {
            return alert.getExercise() ? "  exercise" : "";
        }
        return "  revision %d: %s, %s".formatted(alert.getRevision(), word(alert.getChange()), word(alert.getStatus()));
    }

    private static String sources(Alert alert) {
        var outlets = alert.getEvidence().stream()
                .map(AlertEvidence::getOutlet)
                .distinct()
                .toList();
        var named = outlets.stream().limit(MOST_OUTLETS).map(AlertLine::plain).collect(Collectors.joining(", "));
        var more = outlets.size() > MOST_OUTLETS ? " and " + (outlets.size() - MOST_OUTLETS) + " more" : "";
        return "%s%s; %d %s".formatted(named, more, alert.getOrigins(), alert.getOrigins() == 1 ? "origin" : "origins");
    }

    private static String word(Enum<?> symbol) {
        return symbol.toString().toLowerCase(Locale.ROOT);
    }

    /** Text from feeds without anything that a terminal would obey, and not longer than a line. */
    private static String plain(String text) {
        var harmless =
                text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
        return harmless.length() <= LONGEST_TEXT ? harmless : harmless.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
