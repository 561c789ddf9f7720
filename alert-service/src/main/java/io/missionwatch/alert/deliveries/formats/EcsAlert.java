package io.missionwatch.alert.deliveries.formats;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.Certainty;
import io.missionwatch.schema.EventActor;
import io.missionwatch.schema.Role;
import io.missionwatch.schema.Severity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An alert in the Elastic Common Schema, a document for each revision. */
final class EcsAlert {

    private static final String VERSION = "9.0.0";

    private EcsAlert() {}

    static String of(Alert alert) {
        var document = JsonNodeFactory.instance.objectNode();
        document.put("@timestamp", alert.getUpdatedAt().toString()).put("message", alert.getTitle());
        document.putObject("ecs").put("version", VERSION);
        event(alert, document.putObject("event"));
        document.putObject("rule")
                .put("id", alert.getPatternId())
                .put("name", alert.getPatternTitle())
                .put("version", Integer.toString(alert.getPatternVersion()))
                .put("ruleset", "missionwatch")
                .put("uuid", alert.getPatternId());
        threat(alert, document.putObject("threat"));
        labels(alert, document.putObject("labels"));
        tags(alert).forEach(document.putArray("tags")::add);
        return document.toString();
    }

    private static void event(Alert alert, ObjectNode event) {
        event.put("kind", "alert")
                .put("id", alert.getAlertId() + "_" + alert.getRevision())
                .put("code", alert.getPatternId())
                .put("action", "alert-" + alert.getChange().name().toLowerCase(Locale.ROOT))
                .put("dataset", "missionwatch.alerts")
                .put("module", "missionwatch")
                .put("provider", "missionwatch")
                .put("created", alert.getOpenedAt().toString())
                .put("start", alert.getWindowStart().toString())
                .put("end", alert.getWindowEnd().toString())
                .put("sequence", alert.getRevision())
                .put("severity", score(alert.getSeverity()))
                .put("risk_score", score(alert.getSeverity()) * weight(alert.getCertainty()))
                .put("reason", String.join("; ", alert.getReasons()));
        event.putArray("category").add("threat");
        event.putArray("type").add("indicator");
        Words.links(alert).stream().findFirst().ifPresent(link -> event.put("reference", link));
    }

    /** The scores that Elastic's own rules give these levels. */
    private static int score(Severity severity) {
        return switch (severity) {
            case INFORMATIONAL -> 1;
            case LOW -> 21;
            case MEDIUM -> 47;
            case HIGH -> 73;
            case CRITICAL -> 99;
        };
    }

    private static double weight(Certainty certainty) {
        return switch (certainty) {
            case OBSERVED -> 1;
            case LIKELY -> 0.75;
            case POSSIBLE, UNKNOWN -> 0.5;
            case UNLIKELY -> 0.25;
        };
    }

    private static void threat(Alert alert, ObjectNode threat) {
        var indicator = threat.putObject("indicator");
        indicator
                .put("confidence", confidence(alert.getCertainty()))
                .put("description", alert.getSummary())
                .put("first_seen", alert.getOpenedAt().toString())
                .put("last_seen", alert.getUpdatedAt().toString())
                .put("provider", "missionwatch")
                .put("sightings", alert.getEvidenceCount());
        Words.links(alert).stream().findFirst().ifPresent(link -> indicator.put("reference", link));
        location(alert, indicator);
        alert.getActors().stream()
                .filter(actor -> actor.getRole() == Role.PERPETRATOR || actor.getRole() == Role.CLAIMANT)
                .findFirst()
                .ifPresent(group -> group(group, threat.putObject("group")));
    }

    private static void location(Alert alert, ObjectNode indicator) {
        alert.getPlaces().stream().findFirst().ifPresent(place -> {
            var geo = indicator.putObject("geo").put("name", place.getName());
            Stream.ofNullable(place.getCountry()).forEach(country -> geo.put("country_iso_code", country));
            Stream.ofNullable(place.getAdmin1()).forEach(region -> geo.put("region_name", region));
            geo.putObject("location").put("lat", place.getLatitude()).put("lon", place.getLongitude());
        });
    }

    private static void group(EventActor actor, ObjectNode group) {
        group.put("id", actor.getId()).put("name", actor.getName());
    }

    private static String confidence(Certainty certainty) {
        return switch (certainty) {
            case OBSERVED -> "High";
            case LIKELY -> "Medium";
            case POSSIBLE, UNLIKELY -> "Low";
            case UNKNOWN -> "Not Specified";
        };
    }

    private static void labels(Alert alert, ObjectNode labels) {
        labels.put("alert_id", alert.getAlertId())
                .put("incident_id", alert.getIncidentId())
                .put("status", Words.word(alert.getStatus()))
                .put("certainty", Words.word(alert.getCertainty()))
                .put("mode", Words.word(alert.getMode()))
                .put("exercise", alert.getExercise());
    }

    private static List<String> tags(Alert alert) {
        return alert.getMissions().stream().map(Words::mission).distinct().toList();
    }
}
