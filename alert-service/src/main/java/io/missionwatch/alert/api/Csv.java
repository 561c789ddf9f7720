package io.missionwatch.alert.api;

import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertEvidence;
import io.missionwatch.schema.EventActor;
import io.missionwatch.schema.EventMission;
import io.missionwatch.schema.EventPlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes alerts as CSV of RFC 4180 with a header line. A spreadsheet takes a cell that begins like a formula for one, so such
 * a cell, and one that hides such a beginning behind a blank, is written with an apostrophe before it.
 */
final class Csv {

    private static final String LINE_END = "\r\n";
    private static final String FORMULA = "=+-@|%\uFF1D\uFF0B\uFF0D\uFF20";
    private static final Map<String, Function<Alert, String>> COLUMNS = columns();

    private Csv() {}

    static String of(List<Alert> alerts) {
        var text = new StringBuilder();
        line(text, COLUMNS.keySet().stream());
        alerts.forEach(alert -> line(text, COLUMNS.values().stream().map(column -> cell(column.apply(alert)))));
        return text.toString();
    }

    /** The names of the columns, in their order. */
    static List<String> columnNames() {
        return List.copyOf(COLUMNS.keySet());
    }

    private static Map<String, Function<Alert, String>> columns() {
        var columns = new LinkedHashMap<String, Function<Alert, String>>();
        columns.put("alertId", Alert::getAlertId);
        columns.put("revision", alert -> Integer.toString(alert.getRevision()));
        columns.put("incidentId", Alert::getIncidentId);
        columns.put("status", alert -> alert.getStatus().name());
        columns.put("severity", alert -> alert.getSeverity().name());
        columns.put("certainty", alert -> alert.getCertainty().name());
        columns.put("title", Alert::getTitle);
        columns.put("summary", Alert::getSummary);
        columns.put("pattern", Alert::getPatternTitle);
        columns.put("patternId", Alert::getPatternId);
        columns.put("hostStates", alert -> missions(alert, EventMission::getHostState));
        columns.put("sendingStates", alert -> missions(alert, EventMission::getSendingState));
        columns.put("cities", alert -> missions(alert, EventMission::getCity));
        columns.put("places", alert -> joined(alert.getPlaces().stream().map(EventPlace::getName)));
        columns.put("actors", alert -> joined(alert.getActors().stream().map(EventActor::getName)));
        columns.put("origins", alert -> Integer.toString(alert.getOrigins()));
        columns.put("evidence", alert -> Integer.toString(alert.getEvidenceCount()));
        columns.put("outlets", alert -> joined(alert.getEvidence().stream().map(AlertEvidence::getOutlet)));
        columns.put("openedAt", alert -> alert.getOpenedAt().toString());
        columns.put("updatedAt", alert -> alert.getUpdatedAt().toString());
        return columns;
    }

    private static String missions(Alert alert, Function<EventMission, String> facet) {
        return joined(
                alert.getMissions().stream().flatMap(mission -> Optional.ofNullable(facet.apply(mission)).stream()));
    }

    private static String joined(Stream<String> values) {
        return values.distinct().collect(Collectors.joining("; "));
    }

    private static void line(StringBuilder text, Stream<String> cells) {
        text.append(cells.collect(Collectors.joining(","))).append(LINE_END);
    }

    /** A cell, with what steers a terminal or turns text around taken out. */
    static String cell(String value) {
        var plain = PlainText.of(value);
        var safe = startsLikeFormula(plain) ? "'" + plain : plain;
        return safe.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\'')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    private static boolean startsLikeFormula(String text) {
        var first = text.codePoints().filter(letter -> !isBlank(letter)).findFirst();
        return first.isPresent() && FORMULA.indexOf(first.getAsInt()) >= 0;
    }

    private static boolean isBlank(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }
}
