package io.missionwatch.quickstart.backtest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertEvidence;

/** Writes the last revision of an alert as a line of {@code alerts.jsonl}. */
final class AlertLines {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AlertLines() {}

    static ObjectNode of(Alert alert, PlaceConfidence confidence) {
        var line = JSON.objectNode()
                .put("alertId", alert.getAlertId())
                .put("revision", alert.getRevision())
                .put("patternId", alert.getPatternId())
                .put("patternVersion", alert.getPatternVersion())
                .put("severity", alert.getSeverity().name())
                .put("certainty", alert.getCertainty().name())
                .put("status", alert.getStatus().name())
                .put("mode", alert.getMode().name());
        var group = line.putObject("group");
        alert.getGroup().forEach(group::put);
        line.put("incidentId", alert.getIncidentId()).put("title", alert.getTitle());
        var articles = line.putArray("articleIds");
        alert.getEvidence().stream().map(AlertEvidence::getArticleId).distinct().forEach(articles::add);
        line.put("origins", alert.getOrigins());
        addLists(line, alert, confidence);
        return line;
    }

    private static void addLists(ObjectNode line, Alert alert, PlaceConfidence confidence) {
        var actors = line.putArray("actors");
        alert.getActors()
                .forEach(actor -> actors.addObject()
                        .put("id", actor.getId())
                        .put("name", actor.getName())
                        .put("type", actor.getType().name())
                        .put("role", actor.getRole().name()));
        var missions = line.putArray("missions");
        alert.getMissions()
                .forEach(mission -> missions.addObject()
                        .put("type", mission.getType().name())
                        .put("sendingState", mission.getSendingState())
                        .put("hostState", mission.getHostState())
                        .put("city", mission.getCity()));
        var places = line.putArray("places");
        alert.getPlaces()
                .forEach(place -> places.addObject()
                        .put("id", place.getId())
                        .put("name", place.getName())
                        .put("type", place.getType().name())
                        .put("countryCode", place.getCountry())
                        .put("latitude", place.getLatitude())
                        .put("longitude", place.getLongitude())
                        .put("confidence", confidence.of(place.getId())));
    }
}
