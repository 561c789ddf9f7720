package io.missionwatch.alert.deliveries;

import io.missionwatch.schema.ActorType;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertChange;
import io.missionwatch.schema.AlertEvidence;
import io.missionwatch.schema.Certainty;
import io.missionwatch.schema.EventActor;
import io.missionwatch.schema.EventMission;
import io.missionwatch.schema.EventPlace;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.MissionType;
import io.missionwatch.schema.PlaceType;
import io.missionwatch.schema.Role;
import io.missionwatch.schema.Severity;
import io.missionwatch.serde.AvroSerdes;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An alert for the tests of deliveries: an attack on an embassy in Kabul, told by two outlets. */
public final class Alerts {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    public static final String ID = "5f0d7c1e-9a55-5d8b-8e0e-3f1f6b0c9a11";

    static {
        // Avro makes our records only after they are declared safe, which every serde does.
        AvroSerdes.local().close();
    }

    private Alerts() {}

    public static Alert first() {
        return alert(ID, 1).build();
    }

    public static Alert.Builder alert(String id, int revision) {
        var time = NOON.plusSeconds(60L * (revision - 1));
        return Alert.newBuilder()
                .setAlertId(id)
                .setRevision(revision)
                .setPatternId("attack-on-mission")
                .setPatternVersion(3)
                .setPatternTitle("Attack on a foreign mission")
                .setGroup(Map.of("mission.host_state", "AF", "mission.sending_state", "RU"))
                .setWindowStart(NOON.minusSeconds(3600))
                .setWindowEnd(NOON.plusSeconds(3600))
                .setIncidentId("a7a1f9a0-6f6c-5a5e-9d39-0b1ff0f6d001")
                .setChange(revision == 1 ? AlertChange.OPENED : AlertChange.UPDATED)
                .setSeverity(Severity.HIGH)
                .setCertainty(Certainty.OBSERVED)
                .setTitle("Attack on the embassy of Russia in Kabul")
                .setSummary("A suicide bomber struck outside the embassy of Russia in Kabul.")
                .setActors(List.of(EventActor.newBuilder()
                        .setId("is-k")
                        .setName("Islamic State Khorasan")
                        .setType(ActorType.ARMED_GROUP)
                        .setRole(Role.PERPETRATOR)
                        .build()))
                .setMissions(List.of(mission()))
                .setPlaces(List.of(kabul()))
                .setEvidence(List.of(evidence("a", "alpha"), evidence("b", "beta")))
                .setEvidenceCount(2)
                .setOrigins(2)
                .setOpenedAt(NOON)
                .setUpdatedAt(time)
                .setReasons(List.of("two independent origins report it"));
    }

    public static EventMission mission() {
        return EventMission.newBuilder()
                .setType(MissionType.EMBASSY)
                .setSendingState("RU")
                .setHostState("AF")
                .setCity("Kabul")
                .build();
    }

    public static EventPlace kabul() {
        return EventPlace.newBuilder()
                .setId("geonames:1138958")
                .setName("Kabul")
                .setType(PlaceType.CITY)
                .setCountry("AF")
                .setAdmin1("Kabul")
                .setLatitude(34.52813)
                .setLongitude(69.17233)
                .build();
    }

    public static AlertEvidence evidence(String article, String outlet) {
        return AlertEvidence.newBuilder()
                .setEventId("event-of-" + article)
                .setArticleId(article)
                .setArticleRevision(1)
                .setOutlet(outlet)
                .setLanguage("en")
                .setUrl("https://news.example/" + article)
                .setTitle("Blast at the Russian embassy in Kabul")
                .setSentences(List.of("A suicide bomber blew himself up outside the Russian embassy in Kabul."))
                .setEventType(EventType.ATTACK)
                .setPublishedAt(NOON.minusSeconds(600))
                .setEventTime(NOON.minusSeconds(600))
                .setOrigin("origin-of-" + article)
                .build();
    }
}
