package io.missionwatch.alert.deliveries.syslog;

import io.missionwatch.alert.deliveries.formats.Words;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes an alert in the Common Event Format, version 0, on one line. */
final class Cef {

    private static final int LONGEST_NAME = 512;
    private static final int LONGEST_TEXT = 1023;
    private static final int LONGEST_LABELLED = 4000;

    private Cef() {}

    static String of(Alert alert) {
        var header = "CEF:0|Missionwatch|Missionwatch|1|%s|%s|%d|"
                .formatted(
                        inHeader(alert.getPatternId()),
                        inHeader(cut(alert.getTitle(), LONGEST_NAME)),
                        severity(alert.getSeverity()));
        return header
                + extension(alert).entrySet().stream()
                        .map(field -> field.getKey() + "=" + inExtension(field.getValue()))
                        .collect(Collectors.joining(" "));
    }

    /** What is short and says how to take the rest comes first: many servers cut a message at 8 KiB. */
    private static Map<String, String> extension(Alert alert) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("rt", Long.toString(alert.getUpdatedAt().toEpochMilli()));
        fields.put("start", Long.toString(alert.getOpenedAt().toEpochMilli()));
        fields.put("externalId", alert.getAlertId());
        fields.put("cat", "alert/" + Words.word(alert.getChange()));
        fields.put("outcome", Words.word(alert.getStatus()));
        fields.put("cnt", Integer.toString(alert.getEvidenceCount()));
        labelled(fields, "cn1", "revision", Integer.toString(alert.getRevision()));
        labelled(fields, "cn2", "origins", Integer.toString(alert.getOrigins()));
        labelled(fields, "flexString1", "exercise", Boolean.toString(alert.getExercise()));
        fields.put("msg", cut(alert.getSummary(), LONGEST_TEXT));
        Words.links(alert).stream().findFirst().ifPresent(link -> fields.put("request", cut(link, LONGEST_TEXT)));
        labelled(fields, "cs1", "incident", alert.getIncidentId());
        labelled(fields, "cs2", "certainty", Words.word(alert.getCertainty()));
        labelled(
                fields,
                "cs3",
                "missions",
                joined(alert.getMissions().stream().map(Words::mission).distinct()));
        labelled(fields, "cs4", "places", joined(alert.getPlaces().stream().map(place -> place.getName())));
        labelled(fields, "cs5", "actors", joined(alert.getActors().stream().map(actor -> actor.getName())));
        labelled(fields, "cs6", "why", joined(alert.getReasons().stream()));
        return fields;
    }

    private static void labelled(Map<String, String> fields, String key, String label, String value) {
        if (!value.isEmpty()) {
            fields.put(key, cut(value, LONGEST_LABELLED));
            fields.put(key + "Label", label);
        }
    }

    private static String joined(Stream<String> values) {
        return values.collect(Collectors.joining("; "));
    }

    /** From 0 to 10: up to 3 is low, up to 6 medium, up to 8 high, above very high. */
    private static int severity(Severity severity) {
        return switch (severity) {
            case INFORMATIONAL -> 1;
            case LOW -> 3;
            case MEDIUM -> 6;
            case HIGH -> 8;
            case CRITICAL -> 10;
        };
    }

    /** A header field: backslash and pipe are escaped, and no line can end in it. */
    static String inHeader(String text) {
        return plain(text).replaceAll("[\\r\\n]+", " ").replace("\\", "\\\\").replace("|", "\\|");
    }

    /** A value of the extension: backslash, equals sign and line ends are escaped; the pipe is not. */
    static String inExtension(String text) {
        return plain(text)
                .replace("\\", "\\\\")
                .replace("=", "\\=")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }

    /** Control characters other than line ends, line separators and halves of characters mean nothing here, or harm. */
    private static String plain(String text) {
        var clean = new StringBuilder();
        text.codePoints().forEach(point -> clean.appendCodePoint(isHarmless(point) ? point : ' '));
        return clean.toString();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\n' || point == '\r';
            case Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
