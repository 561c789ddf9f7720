package io.missionwatch.enrich.events;

import io.missionwatch.enrich.events.facets.Casualties;
import io.missionwatch.enrich.events.facets.EventType;
import io.missionwatch.enrich.events.facets.Means;
import io.missionwatch.enrich.events.facets.Modality;
import io.missionwatch.enrich.events.facets.Temporal;
import io.missionwatch.enrich.events.facets.Verification;
import io.missionwatch.enrich.events.time.Occurrence;
import io.missionwatch.enrich.missions.MissionTag;
import io.missionwatch.enrich.places.PlaceTag;
import java.util.List;
import java.util.Optional;

/**
 * One event that an article tells, with every facet apart and the words it was read from.
 *
 * @param id a UUID made of the article's id and what the event is: revisions that still tell it give the same
 * @param about the id of the event that this one claims or denies
 * @param evidence at least one; the first is where the event is told first
 */
public record Event(
        String id,
        EventType type,
        Means means,
        Modality modality,
        Temporal temporal,
        Verification verification,
        Occurrence occurred,
        Casualties casualties,
        Optional<PlaceTag> place,
        List<EventActor> actors,
        List<MissionTag> missions,
        Optional<Attribution> attribution,
        Optional<String> about,
        List<Evidence> evidence,
        List<Reason> reasons) {

    public Event {
        actors = List.copyOf(actors);
        missions = List.copyOf(missions);
        evidence = List.copyOf(evidence);
        reasons = List.copyOf(reasons);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("an event without evidence");
        }
    }

    public boolean concernsMission() {
        return !missions.isEmpty();
    }
}
