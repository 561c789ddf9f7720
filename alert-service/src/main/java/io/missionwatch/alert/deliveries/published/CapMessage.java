package io.missionwatch.alert.deliveries.published;

import io.missionwatch.alert.deliveries.formats.Words;
import io.missionwatch.alert.evidence.Place;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertEvidence;
import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.EventPlace;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.PatternMode;
import io.missionwatch.schema.PlaceType;
import io.missionwatch.schema.Severity;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a revision as a message of the Common Alerting Protocol 1.2. The first one that is published is an Alert, later ones
 * are Updates, or a Cancel, that refer to those before. Exercises are marked as such, and what is tried in shadow as a test.
 */
final class CapMessage {

    static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

    // CAP wants an offset in figures and no fractions: neither Z nor what Instant prints would do.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'-00:00'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_HEADLINE = 160;
    private static final int MOST_REFERENCES = 20;
    private static final Set<EventType> IN_PROGRESS = Set.of(EventType.ATTACK, EventType.CLAIM_OF_RESPONSIBILITY);

    private final PublishOrder order;

    CapMessage(PublishOrder order) {
        this.order = order;
    }

    /** What a message is called; a new name for each revision. */
    static String identifier(Alert alert) {
        return alert.getAlertId() + "." + alert.getRevision();
    }

    /**
     * The message.
     *
     * @param earlier the revisions that were published before, oldest first
     */
    String of(Alert alert, List<Alert> earlier) {
        return Xml.document("alert", NAMESPACE, xml -> {
            xml.text("identifier", identifier(alert))
                    .text("sender", order.sender())
                    .text("sent", TIME.format(alert.getUpdatedAt()))
                    .text("status", status(alert))
                    .text("msgType", type(alert, earlier))
                    .text("scope", "Restricted")
                    .text("restriction", order.restriction());
            if (!earlier.isEmpty()) {
                xml.text("references", references(earlier));
            }
            xml.text("incidents", alert.getIncidentId());
            xml.element("info", info -> info(info, alert));
        });
    }

    private static String status(Alert alert) {
        if (alert.getExercise()) {
            return "Exercise";
        }
        return alert.getMode() == PatternMode.SHADOW ? "Test" : "Actual";
    }

    private static String type(Alert alert, List<Alert> earlier) {
        if (earlier.isEmpty()) {
            return "Alert";
        }
        boolean wasWrong =
                alert.getStatus() == AlertStatus.CANCELLED || alert.getStatus() == AlertStatus.FALSE_POSITIVE;
        return wasWrong ? "Cancel" : "Update";
    }

    private String references(List<Alert> earlier) {
        return earlier.subList(Math.max(0, earlier.size() - MOST_REFERENCES), earlier.size()).stream()
                .map(alert ->
                        "%s,%s,%s".formatted(order.sender(), identifier(alert), TIME.format(alert.getUpdatedAt())))
                .collect(Collectors.joining(" "));
    }

    private void info(Xml info, Alert alert) {
        boolean over = Words.isOver(alert.getStatus());
        info.text("language", "en-US")
                .text("category", "Security")
                .text(
                        "event",
                        alert.getPatternTitle().isBlank() ? "Threat to a foreign mission" : alert.getPatternTitle())
                .text("responseType", response(alert.getStatus()))
                .text("urgency", over ? "Past" : urgency(alert))
                .text("severity", severity(alert.getSeverity()))
                .text("certainty", Words.label(alert.getCertainty()))
                .text("senderName", order.senderName())
                .text("headline", headline(alert.getTitle()))
                .text("description", description(alert));
        Words.links(alert).stream().findFirst().ifPresent(link -> info.text("web", link));
        parameter(info, "status", Words.word(alert.getStatus()));
        parameter(info, "independentOrigins", Integer.toString(alert.getOrigins()));
        parameter(info, "pattern", alert.getPatternId() + " version " + alert.getPatternVersion());
        alert.getMissions().stream()
                .map(Words::mission)
                .distinct()
                .forEach(mission -> parameter(info, "mission", mission));
        alert.getReasons().forEach(reason -> parameter(info, "reason", reason));
        info.element("area", area -> area(area, alert.getPlaces()));
    }

    /** Only a person gives the all-clear: that nothing more is heard, or that a report was wrong, is none. */
    private static String response(AlertStatus status) {
        return switch (status) {
            case OPEN, ACKNOWLEDGED -> "Monitor";
            case RESOLVED -> "AllClear";
            case CANCELLED, EXPIRED, FALSE_POSITIVE -> "None";
        };
    }

    private static void parameter(Xml info, String name, String value) {
        info.element("parameter", parameter -> parameter.text("valueName", name).text("value", value));
    }

    private static void area(Xml area, List<EventPlace> places) {
        var names = places.stream().map(EventPlace::getName).distinct().collect(Collectors.joining(", "));
        area.text("areaDesc", names.isBlank() ? "not known" : names);
        places.stream().filter(CapMessage::isPoint).forEach(place -> area.text("circle", circle(place)));
        places.stream()
                .map(EventPlace::getCountry)
                .filter(country -> country != null)
                .distinct()
                .forEach(country -> area.element(
                        "geocode", code -> code.text("valueName", "ISO3166-1").text("value", country)));
    }

    private static boolean isPoint(EventPlace place) {
        return Place.isPoint(place.getType().name());
    }

    private static String circle(EventPlace place) {
        int kilometres = place.getType() == PlaceType.CITY ? 15 : 2;
        return String.format(Locale.ROOT, "%.5f,%.5f %d", place.getLatitude(), place.getLongitude(), kilometres);
    }

    private static String urgency(Alert alert) {
        var types =
                alert.getEvidence().stream().map(AlertEvidence::getEventType).collect(Collectors.toSet());
        if (types.stream().anyMatch(IN_PROGRESS::contains)) {
            return "Immediate";
        }
        return types.isEmpty() ? "Unknown" : "Expected";
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "Extreme";
            case HIGH -> "Severe";
            case MEDIUM -> "Moderate";
            case LOW, INFORMATIONAL -> "Minor";
        };
    }

    private static String headline(String title) {
        return title.codePoints()
                .limit(LONGEST_HEADLINE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String description(Alert alert) {
        var sentences = alert.getEvidence().stream()
                .flatMap(evidence -> evidence.getSentences().stream().map(words -> evidence.getOutlet() + ": " + words))
                .limit(5);
        return Stream.concat(Stream.of(alert.getSummary()), sentences).collect(Collectors.joining("\n"));
    }
}
