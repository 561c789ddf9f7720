package io.missionwatch.enrich.places;

import java.util.List;
import java.util.Optional;

/**
 * A place that an operator adds to the gazetteer, or puts in the place of the one with its id.
 *
 * @param id as tags show it: {@code geonames:1138958}, or one of the operator's own
 * @param country ISO 3166-1 alpha-2
 * @param admin1 name of the first-order division it lies in, where that is known
 * @param population people who live there, zero if unknown
 * @param names names besides the first
 */
public record PlaceAddition(
        String id,
        String name,
        PlaceType type,
        Optional<String> country,
        Optional<String> admin1,
        double latitude,
        double longitude,
        long population,
        List<String> names) {

    public PlaceAddition {
        names = List.copyOf(names);
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a place needs an id and a name");
        }
        if (id.indexOf('\t') >= 0 || id.indexOf('\0') >= 0 || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("place " + id + " has a control character in its id or name");
        }
        if (Character.isDigit(id.charAt(0))) {
            throw new IllegalArgumentException(
                    "place " + id + ": begin its id with geonames: if it is a number of theirs, else with a word");
        }
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("place " + id + " has no position on earth");
        }
        if (population < 0) {
            throw new IllegalArgumentException("place " + id + " has fewer than no people");
        }
        if (type == PlaceType.COUNTRY) {
            throw new IllegalArgumentException("place " + id + ": countries come from the table of countries alone");
        }
    }
}
