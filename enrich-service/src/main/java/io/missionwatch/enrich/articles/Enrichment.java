package io.missionwatch.enrich.articles;

import io.missionwatch.enrich.actors.ActorTag;
import io.missionwatch.enrich.events.Event;
import io.missionwatch.enrich.missions.MissionTag;
import io.missionwatch.enrich.places.PlaceTag;
import java.util.List;

/** What an article speaks of: actors, places, missions and events, with the versions of the tagger and of what it knows. */
public record Enrichment(
        List<ActorTag> actors,
        List<PlaceTag> places,
        List<MissionTag> missions,
        List<Event> events,
        String taggerVersion,
        String referenceVersion) {

    public Enrichment {
        actors = List.copyOf(actors);
        places = List.copyOf(places);
        missions = List.copyOf(missions);
        events = List.copyOf(events);
    }
}
