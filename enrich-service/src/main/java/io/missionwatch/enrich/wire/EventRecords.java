package io.missionwatch.enrich.wire;

import static io.missionwatch.enrich.wire.TagRecords.blankToNull;

import io.missionwatch.enrich.events.Event;
import io.missionwatch.enrich.events.EventActor;
import io.missionwatch.enrich.events.facets.Count;
import io.missionwatch.enrich.events.time.Occurrence;
import io.missionwatch.enrich.missions.MissionTag;
import io.missionwatch.enrich.places.PlaceTag;
import io.missionwatch.schema.ActorType;
import io.missionwatch.schema.Attribution;
import io.missionwatch.schema.DatePrecision;
import io.missionwatch.schema.EventMission;
import io.missionwatch.schema.EventPlace;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.Evidence;
import io.missionwatch.schema.Means;
import io.missionwatch.schema.MissionType;
import io.missionwatch.schema.Modality;
import io.missionwatch.schema.PlaceType;
import io.missionwatch.schema.Reason;
import io.missionwatch.schema.Role;
import io.missionwatch.schema.Temporal;
import io.missionwatch.schema.Verification;
import java.util.Optional;

/** Writes an event as the record of the wire. */
final class EventRecords {

    private EventRecords() {}

    static io.missionwatch.schema.Event of(Event event) {
        return io.missionwatch.schema.Event.newBuilder()
                .setEventId(event.id())
                .setType(EventType.valueOf(event.type().name()))
                .setMeans(Means.valueOf(event.means().name()))
                .setModality(Modality.valueOf(event.modality().name()))
                .setTemporal(Temporal.valueOf(event.temporal().name()))
                .setVerification(Verification.valueOf(event.verification().name()))
                .setOccurred(occurrence(event.occurred()))
                .setKilled(count(event.casualties().killed()))
                .setWounded(count(event.casualties().wounded()))
                .setPlace(event.place().map(EventRecords::place).orElse(null))
                .setActors(event.actors().stream().map(EventRecords::actor).toList())
                .setMissions(
                        event.missions().stream().map(EventRecords::mission).toList())
                .setAttribution(event.attribution()
                        .map(who -> new Attribution(who.speaker(), who.actorId().orElse(null)))
                        .orElse(null))
                .setAbout(event.about().orElse(null))
                .setEvidence(
                        event.evidence().stream().map(EventRecords::evidence).toList())
                .setReasons(event.reasons().stream()
                        .map(reason -> new Reason(reason.facet(), reason.code(), reason.words()))
                        .toList())
                .build();
    }

    private static io.missionwatch.schema.Occurrence occurrence(Occurrence occurred) {
        return new io.missionwatch.schema.Occurrence(
                occurred.start().orElse(null),
                occurred.end().orElse(null),
                DatePrecision.valueOf(occurred.precision().name()));
    }

    private static io.missionwatch.schema.Count count(Optional<Count> count) {
        return count.map(people -> new io.missionwatch.schema.Count(
                        people.min(), people.max().isPresent() ? people.max().getAsInt() : null))
                .orElse(null);
    }

    private static io.missionwatch.schema.EventActor actor(EventActor cast) {
        var actor = cast.actor();
        return new io.missionwatch.schema.EventActor(
                actor.id(),
                actor.name(),
                ActorType.valueOf(actor.type().name()),
                Role.valueOf(cast.role().name()),
                actor.country().orElse(null));
    }

    private static EventPlace place(PlaceTag tag) {
        var place = tag.place();
        return new EventPlace(
                place.id(),
                place.name(),
                PlaceType.valueOf(place.type().name()),
                blankToNull(place.countryCode()),
                blankToNull(place.admin1()),
                place.latitude(),
                place.longitude());
    }

    private static EventMission mission(MissionTag tag) {
        return new EventMission(
                MissionType.valueOf(tag.type().name()),
                tag.sendingState().orElse(null),
                tag.sendingOrganisation().orElse(null),
                tag.hostState().orElse(null),
                tag.city().orElse(null),
                tag.cityInferred());
    }

    private static Evidence evidence(io.missionwatch.enrich.events.Evidence told) {
        var span = told.span();
        return new Evidence(TagRecords.field(span.field()), span.start(), span.end(), told.sentence());
    }
}
