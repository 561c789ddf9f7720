package io.missionwatch.alert.api;

import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertEvidence;
import io.missionwatch.schema.EventActor;
import io.missionwatch.schema.EventMission;
import io.missionwatch.schema.EventPlace;
import io.missionwatch.schema.PatternMode;
import io.missionwatch.schema.Role;
import io.missionwatch.schema.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Alerts for tests: one attack in Kabul, told in the words that the test gives. */
final class SampleAlerts {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private SampleAlerts() {}

    static Alert alert(String id, String text) {
        return Alert.newBuilder()
                .setAlertId(id)
                .setRevision(1)
                .setPatternId("pattern")
                .setPatternVersion(0)
                .setPatternTitle("Attack on a mission")
                .setGroup(Map.of("mission.host_state", "AF"))
                .setWindowStart(NOON)
                .setWindowEnd(NOON.plusSeconds(60))
                .setIncidentId("incident of " + id)
                .setMode(PatternMode.LIVE)
                .setSeverity(Severity.HIGH)
                .setTitle(text)
                .setSummary(text)
                .setActors(List.of(EventActor.newBuilder()
                        .setId("isil-k")
                        .setName(text)
                        .setRole(Role.PERPETRATOR)
                        .build()))
                .setMissions(List.of(EventMission.newBuilder()
                        .setSendingState("RU")
                        .setHostState("AF")
                        .setCity("Kabul")
                        .build()))
                .setPlaces(List.of(EventPlace.newBuilder()
                        .setId("1138958")
                        .setName("Kabul")
                        .setCountry("AF")
                        .setLatitude(34.52)
                        .setLongitude(69.17)
                        .build()))
                .setEvidence(List.of(evidence(text)))
                .setEvidenceCount(1)
                .setOrigins(1)
                .setOpenedAt(NOON)
                .setUpdatedAt(NOON)
                .setReasons(List.of(text))
                .build();
    }

    private static AlertEvidence evidence(String text) {
        return AlertEvidence.newBuilder()
                .setEventId("event")
                .setArticleId("article")
                .setArticleRevision(1)
                .setOutlet(text)
                .setLanguage("en")
                .setUrl("javascript:alert(1)")
                .setTitle(text)
                .setSentences(List.of(text))
                .setEventTime(NOON)
                .setOrigin(text)
                .build();
    }
}
