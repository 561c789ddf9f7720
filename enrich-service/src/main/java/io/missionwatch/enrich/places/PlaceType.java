package io.missionwatch.enrich.places;

/** How large a thing a place is, from a country down to a neighbourhood; a feature is a sea, a mountain, a crossing. */
public enum PlaceType {
    COUNTRY,
    REGION,
    ADMIN1,
    ADMIN2,
    CITY,
    NEIGHBOURHOOD,
    FEATURE
}
