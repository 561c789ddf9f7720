package io.missionwatch.alert.stream;

import io.missionwatch.alert.book.AlertState;
import io.missionwatch.alert.book.BestEvidence;
import io.missionwatch.alert.evidence.Evidence;
import io.missionwatch.alert.evidence.Mission;
import io.missionwatch.alert.evidence.Party;
import io.missionwatch.alert.evidence.Place;
import io.missionwatch.alert.evidence.Source;
import io.missionwatch.alert.origins.Origins;
import io.missionwatch.schema.ActorType;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertChange;
import io.missionwatch.schema.AlertEvidence;
import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.Certainty;
import io.missionwatch.schema.EventActor;
import io.missionwatch.schema.EventMission;
import io.missionwatch.schema.EventPlace;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.MissionType;
import io.missionwatch.schema.PatternMode;
import io.missionwatch.schema.PlaceType;
import io.missionwatch.schema.Reliability;
import io.missionwatch.schema.Role;
import io.missionwatch.schema.Severity;
import io.missionwatch.schema.SourceClass;
import io.missionwatch.schema.Stance;
import io.missionwatch.schema.Verification;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes what the book keeps as the alert that the world sees. */
final class AlertWriter {

    private static final int MOST_EVIDENCE = 50;
    private static final int MOST_OF_A_KIND = 100;

    private AlertWriter() {}

    static Alert write(AlertState state) {
        var latest = state.latest();
        var alert = about(state)
                .setRevision(latest.revision())
                .setIncidentId(latest.incidentId())
                .setStatus(AlertStatus.valueOf(latest.status().name()))
                .setChange(AlertChange.valueOf(latest.change().name()))
                .setSeverity(severity(latest.assessment().severity()))
                .setCertainty(Certainty.valueOf(latest.assessment().certainty().name()))
                .setTitle(latest.wording().title())
                .setSummary(latest.wording().summary())
                .setOrigins(latest.origins())
                .setSuppressedBy(latest.suppressedBy().orElse(null))
                .setQuiet(latest.notice().quiet())
                .setAnnounced(
                        latest.notice().announced().map(AlertWriter::severity).orElse(null))
                .setOpenedAt(latest.openedAt())
                .setUpdatedAt(latest.updatedAt())
                .setUpdatedBy(latest.updatedBy())
                .setReasons(latest.reasons());
        addEvidence(alert, state);
        return alert.build();
    }

    private static Alert.Builder about(AlertState state) {
        var about = state.about();
        return Alert.newBuilder()
                .setAlertId(about.alertId())
                .setPatternId(about.card().patternId())
                .setPatternVersion(about.card().version())
                .setPatternTitle(about.card().title())
                .setMode(about.card().shadow() ? PatternMode.SHADOW : PatternMode.LIVE)
                .setExercise(state.isExercise())
                .setGroup(Map.copyOf(about.group().values()))
                .setWindowStart(about.window().start())
                .setWindowEnd(about.window().end())
                .setContinues(about.continues().orElse(null));
    }

    private static void addEvidence(Alert.Builder alert, AlertState state) {
        var support = state.support();
        var all = BestEvidence.of(state.evidence().values(), Integer.MAX_VALUE);
        var origins = Origins.of(all.stream().map(Evidence::source).toList());
        alert.setActors(distinct(support, Evidence::actors, AlertWriter::actor))
                .setMissions(distinct(support, Evidence::missions, AlertWriter::mission))
                .setPlaces(
                        distinct(support, evidence -> evidence.place().stream().toList(), AlertWriter::place))
                .setEvidence(all.stream()
                        .limit(MOST_EVIDENCE)
                        .map(evidence -> evidence(evidence, origins))
                        .toList())
                .setEvidenceCount(all.size());
    }

    private static Severity severity(io.missionwatch.alert.severity.Severity severity) {
        return Severity.valueOf(severity.name());
    }

    private static <D, A> List<A> distinct(
            List<Evidence> support, Function<Evidence, Collection<D>> facet, Function<D, A> writer) {
        return support.stream()
                .flatMap(evidence -> facet.apply(evidence).stream())
                .distinct()
                .limit(MOST_OF_A_KIND)
                .map(writer)
                .collect(Collectors.toList());
    }

    private static AlertEvidence evidence(Evidence evidence, Origins origins) {
        var source = evidence.source();
        return AlertEvidence.newBuilder()
                .setEventId(evidence.eventId())
                .setArticleId(source.articleId())
                .setArticleRevision(source.revision())
                .setOutlet(source.outlet())
                .setSourceClass(SourceClass.valueOf(source.sourceClass()))
                .setReliability(Reliability.valueOf(source.reliability()))
                .setLanguage(source.language().orElse(null))
                .setUrl(source.url().orElse(null))
                .setTitle(source.title())
                .setSentences(evidence.telling().sentences())
                .setEventType(EventType.valueOf(evidence.telling().type()))
                .setVerification(Verification.valueOf(evidence.telling().verification()))
                .setPublishedAt(source.publishedAt().orElse(null))
                .setEventTime(source.eventTime())
                .setOrigin(originOf(source, origins))
                .setStance(Stance.valueOf(evidence.stance().name()))
                .build();
    }

    private static String originOf(Source source, Origins origins) {
        return origins.of(source.articleId()).orElseGet(source::outlet);
    }

    private static EventActor actor(Party party) {
        return EventActor.newBuilder()
                .setId(party.id())
                .setName(party.name())
                .setType(ActorType.valueOf(party.type()))
                .setRole(Role.valueOf(party.role()))
                .setCountry(party.country().orElse(null))
                .build();
    }

    private static EventMission mission(Mission mission) {
        return EventMission.newBuilder()
                .setType(MissionType.valueOf(mission.type()))
                .setSendingState(mission.sendingState().orElse(null))
                .setSendingOrganisation(mission.sendingOrganisation().orElse(null))
                .setHostState(mission.hostState().orElse(null))
                .setCity(mission.city().orElse(null))
                .setCityInferred(mission.cityInferred())
                .build();
    }

    private static EventPlace place(Place place) {
        return EventPlace.newBuilder()
                .setId(place.id())
                .setName(place.name())
                .setType(PlaceType.valueOf(place.type()))
                .setCountry(place.country().orElse(null))
                .setAdmin1(place.admin1().orElse(null))
                .setLatitude(place.latitude())
                .setLongitude(place.longitude())
                .build();
    }
}
