package io.missionwatch.enrich.places;

import java.util.Objects;

/**
 * A place of the gazetteer: where it is and what it belongs to.
 *
 * @param countryCode ISO 3166-1 alpha-2, empty for what no state owns, such as an ocean
 * @param admin1 name of the first-order division it lies in, empty if that is not known
 * @param population people who live there, zero if unknown
 */
public record Place(
        String id,
        String name,
        PlaceType type,
        String countryCode,
        String admin1,
        double latitude,
        double longitude,
        long population) {

    private static final double EARTH_RADIUS_KM = 6371.0088;

    public Place {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(countryCode, "countryCode");
        Objects.requireNonNull(admin1, "admin1");
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("place " + id + " has no position on earth");
        }
    }

    /** The great-circle distance to another place, in kilometres. */
    public double kilometresTo(Place other) {
        var north = Math.toRadians(other.latitude - latitude);
        var east = Math.toRadians(other.longitude - longitude);
        var h = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
