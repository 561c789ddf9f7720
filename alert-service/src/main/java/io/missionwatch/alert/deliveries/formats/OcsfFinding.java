package io.missionwatch.alert.deliveries.formats;

import static io.missionwatch.alert.deliveries.formats.Words.label;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.missionwatch.alert.api.AvroJson;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertEvidence;
import io.missionwatch.schema.Certainty;
import io.missionwatch.schema.EventPlace;
import io.missionwatch.schema.Severity;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A Detection Finding (class 2004) of OCSF 1.8; the finding is the alert, each revision an event of it. */
final class OcsfFinding {

    private static final String VERSION = "1.8.0";
    private static final int FINDINGS = 2;
    private static final int DETECTION_FINDING = 2004;
    private static final int RULE = 1;
    private static final int URL_STRING = 6;
    private static final int OTHER = 99;

    private enum Activity {
        CREATE(1),
        UPDATE(2),
        CLOSE(3);

        private final int id;

        Activity(int id) {
            this.id = id;
        }
    }

    private OcsfFinding() {}

    static String of(Alert alert) {
        var finding = JsonNodeFactory.instance.objectNode();
        classify(alert, finding);
        judge(alert, finding);
        finding.put("time", alert.getOpenedAt().toEpochMilli())
                .put(
                        "start_time",
                        eventTimes(alert)
                                .min(Instant::compareTo)
                                .orElse(alert.getWindowStart())
                                .toEpochMilli())
                .put(
                        "end_time",
                        eventTimes(alert)
                                .max(Instant::compareTo)
                                .orElse(alert.getOpenedAt())
                                .toEpochMilli())
                .put("message", alert.getTitle());
        describeProducer(alert, finding.putObject("metadata"));
        describe(alert, finding.putObject("finding_info"));
        addMissions(alert, finding);
        addEvidence(alert, finding);
        addPlaces(alert, finding);
        addTheRest(alert, finding.putObject("unmapped"));
        return finding.toString();
    }

    private static void classify(Alert alert, ObjectNode finding) {
        var activity = activity(alert);
        finding.put("activity_id", activity.id)
                .put("activity_name", label(activity))
                .put("category_uid", FINDINGS)
                .put("category_name", "Findings")
                .put("class_uid", DETECTION_FINDING)
                .put("class_name", "Detection Finding")
                .put("type_uid", DETECTION_FINDING * 100 + activity.id)
                .put("type_name", "Detection Finding: " + label(activity));
    }

    private static Activity activity(Alert alert) {
        if (Words.isOver(alert.getStatus())) {
            return Activity.CLOSE;
        }
        return alert.getRevision() == 1 ? Activity.CREATE : Activity.UPDATE;
    }

    private static void judge(Alert alert, ObjectNode finding) {
        finding.put("severity_id", severity(alert.getSeverity()))
                .put("severity", label(alert.getSeverity()))
                .put("confidence_id", confidence(alert.getCertainty()))
                .put("confidence", confidenceLabel(alert.getCertainty()))
                .put("is_alert", !Words.isOver(alert.getStatus()));
        switch (alert.getStatus()) {
            case OPEN -> finding.put("status_id", 1).put("status", "New");
            case ACKNOWLEDGED -> finding.put("status_id", 2).put("status", "In Progress");
            case FALSE_POSITIVE -> finding.put("status_id", 3).put("status", "Suppressed");
            case RESOLVED -> finding.put("status_id", 4).put("status", "Resolved");
            case EXPIRED -> finding.put("status_id", 5).put("status", "Archived");
            case CANCELLED -> finding.put("status_id", OTHER).put("status", "Cancelled");
        }
    }

    private static int severity(Severity severity) {
        return switch (severity) {
            case INFORMATIONAL -> 1;
            case LOW -> 2;
            case MEDIUM -> 3;
            case HIGH -> 4;
            case CRITICAL -> 5;
        };
    }

    private static int confidence(Certainty certainty) {
        return switch (certainty) {
            case OBSERVED -> 3;
            case LIKELY -> 2;
            case POSSIBLE, UNLIKELY -> 1;
            case UNKNOWN -> 0;
        };
    }

    private static String confidenceLabel(Certainty certainty) {
        return List.of("Unknown", "Low", "Medium", "High").get(confidence(certainty));
    }

    private static void describeProducer(Alert alert, ObjectNode metadata) {
        metadata.put("version", VERSION)
                .put("uid", alert.getAlertId() + "_" + alert.getRevision())
                .put("correlation_uid", alert.getIncidentId())
                .put("event_code", alert.getPatternId())
                .put("sequence", alert.getRevision())
                .put("log_name", "security.alert-history")
                .put("modified_time", alert.getUpdatedAt().toEpochMilli());
        metadata.putObject("product").put("name", "Missionwatch").put("vendor_name", "Missionwatch");
        var labels = metadata.putArray("labels");
        if (alert.getExercise()) {
            labels.add("exercise");
        }
        labels.add("mode:" + Words.word(alert.getMode()));
    }

    private static void describe(Alert alert, ObjectNode info) {
        info.put("uid", alert.getAlertId())
                .put("title", alert.getTitle())
                .put("desc", alert.getSummary())
                .put("created_time", alert.getOpenedAt().toEpochMilli())
                .put("modified_time", alert.getUpdatedAt().toEpochMilli())
                .put("related_events_count", alert.getEvidenceCount());
        info.putArray("types").add("Threat to a foreign mission");
        Words.links(alert).stream().findFirst().ifPresent(link -> info.put("src_url", link));
        info.putObject("analytic")
                .put("uid", alert.getPatternId())
                .put("name", alert.getPatternTitle())
                .put("type_id", RULE)
                .put("type", "Rule")
                .put("version", Integer.toString(alert.getPatternVersion()));
    }

    private static void addMissions(Alert alert, ObjectNode finding) {
        var resources = finding.putArray("resources");
        alert.getMissions()
                .forEach(mission -> resources
                        .addObject()
                        .put("name", Words.mission(mission))
                        .put("type", label(mission.getType())));
    }

    private static void addEvidence(Alert alert, ObjectNode finding) {
        var evidences = finding.putArray("evidences");
        alert.getEvidence().forEach(evidence -> evidences.add(evidence(evidence)));
        var observables = finding.putArray("observables");
        Words.links(alert)
                .forEach(link -> observables
                        .addObject()
                        .put("name", "evidences.url.url_string")
                        .put("type_id", URL_STRING)
                        .put("type", "URL String")
                        .put("value", link));
    }

    private static ObjectNode evidence(AlertEvidence evidence) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("uid", evidence.getEventId()).put("name", evidence.getTitle());
        node.set("data", AvroJson.of(evidence));
        Words.link(evidence).ifPresent(link -> node.putObject("url").put("url_string", link));
        return node;
    }

    private static void addPlaces(Alert alert, ObjectNode finding) {
        var enrichments = finding.putArray("enrichments");
        for (var place : alert.getPlaces()) {
            var enrichment = enrichments.addObject();
            enrichment.put("name", "place").put("type", "location").put("value", place.getName());
            location(place, enrichment.putObject("data"));
        }
    }

    private static void location(EventPlace place, ObjectNode data) {
        data.put("city", place.getName())
                .put("lat", place.getLatitude())
                .put("long", place.getLongitude())
                .put("uid", place.getId());
        Stream.ofNullable(place.getCountry()).forEach(country -> data.put("country", country));
        Stream.ofNullable(place.getAdmin1()).forEach(region -> data.put("region", region));
    }

    private static void addTheRest(Alert alert, ObjectNode unmapped) {
        unmapped.put("certainty", alert.getCertainty().name()).put("origins", alert.getOrigins());
        var actors = unmapped.putArray("actors");
        alert.getActors().forEach(actor -> actors.add(AvroJson.of(actor)));
        var reasons = unmapped.putArray("reasons");
        alert.getReasons().forEach(reasons::add);
    }

    private static Stream<Instant> eventTimes(Alert alert) {
        return alert.getEvidence().stream().map(AlertEvidence::getEventTime);
    }
}
