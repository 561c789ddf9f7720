package io.missionwatch.alert.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.EventActor;
import io.missionwatch.schema.EventPlace;
import java.util.List;

/** Writes alerts as a FeatureCollection of RFC 7946: a feature each, at its places, longitude before latitude. */
final class GeoJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private GeoJson() {}

    static ObjectNode of(List<Alert> alerts) {
        var collection = NODES.objectNode().put("type", "FeatureCollection");
        var features = collection.putArray("features");
        alerts.forEach(alert -> features.add(feature(alert)));
        return collection;
    }

    private static ObjectNode feature(Alert alert) {
        var feature = NODES.objectNode().put("type", "Feature").put("id", alert.getAlertId());
        var points = alert.getPlaces().stream().filter(GeoJson::isOnTheMap).toList();
        if (points.isEmpty()) {
            feature.putNull("geometry");
        } else {
            feature.set("geometry", geometry(points));
        }
        feature.set("properties", properties(alert));
        return feature;
    }

    private static boolean isOnTheMap(EventPlace place) {
        return Math.abs(place.getLatitude()) <= 90 && Math.abs(place.getLongitude()) <= 180;
    }

    private static ObjectNode geometry(List<EventPlace> places) {
        if (places.size() == 1) {
            return NODES.objectNode().put("type", "Point").set("coordinates", point(places.get(0)));
        }
        var geometry = NODES.objectNode().put("type", "MultiPoint");
        var coordinates = geometry.putArray("coordinates");
        places.forEach(place -> coordinates.add(point(place)));
        return geometry;
    }

    private static ArrayNode point(EventPlace place) {
        return NODES.arrayNode().add(place.getLongitude()).add(place.getLatitude());
    }

    private static ObjectNode properties(Alert alert) {
        var properties = NODES.objectNode()
                .put("revision", alert.getRevision())
                .put("incidentId", alert.getIncidentId())
                .put("patternId", alert.getPatternId())
                .put("pattern", alert.getPatternTitle())
                .put("status", alert.getStatus().name())
                .put("severity", alert.getSeverity().name())
                .put("certainty", alert.getCertainty().name())
                .put("title", alert.getTitle())
                .put("summary", alert.getSummary())
                .put("origins", alert.getOrigins())
                .put("evidenceCount", alert.getEvidenceCount())
                .put("openedAt", alert.getOpenedAt().toString())
                .put("updatedAt", alert.getUpdatedAt().toString());
        var places = properties.putArray("places");
        alert.getPlaces().forEach(place -> places.add(place.getName()));
        var actors = properties.putArray("actors");
        alert.getActors().stream().map(EventActor::getName).distinct().forEach(actors::add);
        var missions = properties.putArray("missions");
        alert.getMissions().forEach(mission -> missions.add(AvroJson.of(mission)));
        return properties;
    }
}
