package io.missionwatch.alert.deliveries.taxii;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.missionwatch.alert.deliveries.formats.Words;
import io.missionwatch.ids.NamedUuid;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.Certainty;
import io.missionwatch.schema.EventActor;
import io.missionwatch.schema.EventMission;
import io.missionwatch.schema.EventPlace;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.Role;
import io.missionwatch.schema.Stance;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An alert as STIX: a report that names actors, missions and places, and an opinion where somebody denies it. Ids are made
 * from what the objects are, so that a later revision is a later version of the same objects; what was false is revoked.
 */
final class StixObjects {

    /** The marking TLP:AMBER, under the id that STIX gives it. */
    static final String AMBER = "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82";

    private static final NamedUuid IDS = new NamedUuid("stix");
    private static final Set<Role> BEHIND_IT = Set.of(Role.PERPETRATOR, Role.CLAIMANT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    // Actors, missions and places have no history of their own: the same object is the same at any time.
    private static final Instant ALWAYS = Instant.parse("2026-01-01T00:00:00Z");

    private static final int MOST_STATEMENTS = 10;

    private final Alert alert;
    private final List<ObjectNode> named = new ArrayList<>();

    private StixObjects(Alert alert) {
        this.alert = alert;
    }

    /** The objects of an alert, those that others refer to first. */
    static List<ObjectNode> of(Alert alert) {
        return new StixObjects(alert).all();
    }

    /** A time as STIX and TAXII write it. */
    static String time(Instant time) {
        return TIME.format(time);
    }

    private List<ObjectNode> all() {
        named.add(producer());
        alert.getActors().stream()
                .filter(actor -> BEHIND_IT.contains(actor.getRole()))
                .forEach(actor -> named.add(actor(actor)));
        alert.getMissions().forEach(mission -> named.add(mission(mission)));
        alert.getPlaces().forEach(place -> named.add(place(place)));
        named.add(incident());
        var objects = new ArrayList<ObjectNode>();
        named.stream().filter(object -> isNew(objects, object)).forEach(objects::add);
        var report = report(objects);
        objects.add(report);
        if (alert.getEvidence().stream().anyMatch(evidence -> evidence.getStance() == Stance.DENIES)) {
            objects.add(denial(report));
        }
        var words = saidOfIt();
        if (!words.isEmpty()) {
            objects.add(note(report, words));
        }
        return List.copyOf(objects);
    }

    private static boolean isNew(List<ObjectNode> objects, ObjectNode object) {
        return objects.stream().noneMatch(other -> other.path("id").equals(object.path("id")));
    }

    private ObjectNode report(List<ObjectNode> about) {
        var report = object("report", alert.getAlertId(), alert.getOpenedAt(), alert.getUpdatedAt());
        report.put("name", filled(alert.getTitle()))
                .put("description", alert.getSummary())
                .put("published", time(alert.getOpenedAt()))
                .put("confidence", confidence(alert.getCertainty()));
        if (alert.getStatus() == AlertStatus.CANCELLED || alert.getStatus() == AlertStatus.FALSE_POSITIVE) {
            report.put("revoked", true);
        }
        report.putArray("report_types").add("threat-report");
        var labels = report.putArray("labels");
        labels.add("severity:" + Words.word(alert.getSeverity())).add("status:" + Words.word(alert.getStatus()));
        if (alert.getExercise()) {
            labels.add("exercise");
        }
        addReferences(report);
        var references = report.putArray("object_refs");
        about.forEach(object -> references.add(object.path("id")));
        return report;
    }

    private void addReferences(ObjectNode report) {
        var linked = alert.getEvidence().stream()
                .filter(evidence -> Words.link(evidence).isPresent())
                .toList();
        if (!linked.isEmpty()) {
            ArrayNode references = report.putArray("external_references");
            linked.forEach(evidence -> references
                    .addObject()
                    .put("source_name", filled(evidence.getOutlet()))
                    .put("description", evidence.getTitle())
                    .put("url", Words.link(evidence).orElseThrow()));
        }
    }

    private ObjectNode denial(ObjectNode report) {
        var opinion = object("opinion", alert.getAlertId(), alert.getOpenedAt(), alert.getUpdatedAt());
        opinion.put("opinion", "disagree").put("explanation", "A report that is part of the evidence denies it.");
        opinion.putArray("object_refs").add(report.path("id"));
        return opinion;
    }

    /** Who denies it, and who says that it was their act: in the words of the reports. */
    private String saidOfIt() {
        return alert.getEvidence().stream()
                .filter(evidence -> evidence.getStance() == Stance.DENIES
                        || evidence.getEventType() == EventType.CLAIM_OF_RESPONSIBILITY)
                .map(evidence -> "%s, %s: %s"
                        .formatted(
                                evidence.getStance() == Stance.DENIES ? "Denied" : "Claimed",
                                filled(evidence.getOutlet()),
                                String.join(" ", evidence.getSentences())))
                .distinct()
                .limit(MOST_STATEMENTS)
                .collect(Collectors.joining("\n"));
    }

    private ObjectNode note(ObjectNode report, String words) {
        var note = object("note", alert.getAlertId(), alert.getOpenedAt(), alert.getUpdatedAt());
        note.put("abstract", "What is said of it").put("content", words);
        note.putArray("object_refs").add(report.path("id"));
        return note;
    }

    /** The happening that alerts of several patterns share. */
    private ObjectNode incident() {
        return object("incident", alert.getIncidentId(), ALWAYS, ALWAYS)
                .put("name", "Incident " + alert.getIncidentId());
    }

    private static ObjectNode producer() {
        var identity = object("identity", "missionwatch", ALWAYS, ALWAYS);
        return identity.put("name", "Missionwatch").put("identity_class", "system");
    }

    private static ObjectNode actor(EventActor actor) {
        return object("threat-actor", actor.getId(), ALWAYS, ALWAYS).put("name", filled(actor.getName()));
    }

    private static ObjectNode mission(EventMission mission) {
        var name = filled(Words.mission(mission));
        var identity = object("identity", name, ALWAYS, ALWAYS);
        identity.put("name", name)
                .put("identity_class", "organization")
                .putArray("sectors")
                .add("government");
        return identity;
    }

    private static ObjectNode place(EventPlace place) {
        var location = object("location", place.getId(), ALWAYS, ALWAYS);
        location.put("name", filled(place.getName()))
                .put("latitude", place.getLatitude())
                .put("longitude", place.getLongitude());
        Stream.ofNullable(place.getCountry()).forEach(country -> location.put("country", country));
        return location;
    }

    private static ObjectNode object(String type, String name, Instant created, Instant modified) {
        var object = JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("spec_version", "2.1")
                .put("id", type + "--" + IDS.of(type, name))
                .put("created", time(created))
                .put("modified", time(modified));
        if (!name.equals("missionwatch")) {
            object.put("created_by_ref", "identity--" + IDS.of("identity", "missionwatch"));
        }
        object.putArray("object_marking_refs").add(AMBER);
        return object;
    }

    private static int confidence(Certainty certainty) {
        return switch (certainty) {
            case OBSERVED -> 85;
            case LIKELY -> 70;
            case POSSIBLE -> 50;
            case UNLIKELY -> 15;
            case UNKNOWN -> 0;
        };
    }

    private static String filled(String text) {
        return text.isBlank() ? "unnamed" : text;
    }
}
