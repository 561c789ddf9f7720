package io.missionwatch.enrich.places;

import java.util.List;
import java.util.Optional;

/**
 * A state or territory of ISO 3166-1 (and Kosovo, as XK), with the words by which English news speaks of it. States that are
 * gone count under the one that took their seat: the Soviet Union under Russia, Yugoslavia under Serbia.
 *
 * @param capital its capital, empty for territories without one
 * @param embassySeat the city where foreign embassies sit: the capital but for a few countries, such as the Ivory Coast
 * @param names the common name first, then official, former and short ones, as they are written
 * @param adjectives "Afghan", "Dutch"
 * @param nouns "Afghan", "Afghans", "Dutchman", in singular and plural
 * @param metonyms what stands for its government: "Moscow", "the Kremlin"
 */
public record Country(
        String iso2,
        String name,
        double latitude,
        double longitude,
        Optional<Place> capital,
        Optional<Place> embassySeat,
        List<String> names,
        List<String> adjectives,
        List<String> nouns,
        List<String> metonyms) {

    public Country {
        names = List.copyOf(names);
        adjectives = List.copyOf(adjectives);
        nouns = List.copyOf(nouns);
        metonyms = List.copyOf(metonyms);
    }

    /** The country as a place, at its middle. */
    public Place place() {
        return new Place("country:" + iso2, name, PlaceType.COUNTRY, iso2, "", latitude, longitude, 0);
    }
}
