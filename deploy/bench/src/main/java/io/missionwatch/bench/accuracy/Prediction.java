package io.missionwatch.bench.accuracy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.missionwatch.enrich.actors.ActorTag;
import io.missionwatch.enrich.articles.Enrichment;
import io.missionwatch.enrich.places.Place;
import io.missionwatch.enrich.places.PlaceTag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said of one text: an alert or none, the armed groups behind it, and the place of its first event. */
record Prediction(boolean alert, List<ActorTag> groups, Optional<Place> place) {

    Prediction {
        groups = List.copyOf(groups);
    }

    static Prediction of(Enrichment enrichment) {
        return new Prediction(
                enrichment.events().stream().anyMatch(AlertWorthy::ofStates),
                Perpetrators.of(enrichment),
                enrichment.events().stream()
                        .flatMap(event -> event.place().stream())
                        .findFirst()
                        .map(PlaceTag::place));
    }

    /** The country's name in English. */
    Optional<String> country() {
        return place.map(where -> new Locale("", where.countryCode()).getDisplayCountry(Locale.ENGLISH))
                .filter(name -> !name.isEmpty());
    }

    /** As a line of a file that the sets' own scorer reads. */
    Line line(String id) {
        return new Line(
                id,
                alert,
                groups.stream().map(ActorTag::name).toList(),
                country().orElse(null),
                place.map(Place::name).orElse(null),
                place.map(Place::latitude).orElse(null),
                place.map(Place::longitude).orElse(null));
    }

    /** The keys of that file; what is not known is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String id, boolean alert, List<String> actors, String country, String city, Double lat, Double lon) {}
}
