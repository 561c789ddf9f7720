package io.missionwatch.enrich.missions;

import io.missionwatch.enrich.places.Place;
import java.util.Optional;

/**
 * Where a mission is.
 *
 * @param country ISO 3166-1 alpha-2 of the host state
 * @param city where the text names it
 * @param countryNamed the text names the country itself, so that its capital may be inferred
 * @param confidence how sure, 0 to 1
 */
record Hosting(String country, Optional<String> city, boolean countryNamed, double confidence) {

    static Hosting of(Place place, double confidence) {
        return switch (place.type()) {
            case CITY -> new Hosting(place.countryCode(), Optional.of(place.name()), false, confidence);
            case COUNTRY -> new Hosting(place.countryCode(), Optional.empty(), true, confidence);
            case REGION, ADMIN1, ADMIN2, NEIGHBOURHOOD, FEATURE ->
                new Hosting(place.countryCode(), Optional.empty(), false, confidence);
        };
    }
}
