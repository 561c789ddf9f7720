package io.missionwatch.bench.accuracy;

import io.missionwatch.enrich.places.Place;

/** How often the place of an event is that of the coders, where both give one: its country, its city, and 161 km around it. */
final class EventPlaces {

    private Tally country = Tally.NONE;
    private Tally city = Tally.NONE;
    private Tally near = Tally.NONE;

    void add(Incident incident, Prediction prediction) {
        prediction
                .country()
                .filter(said -> !incident.country().isEmpty())
                .ifPresent(said -> country = country.plus(true, same(said, incident.country())));
        prediction.place().ifPresent(place -> {
            if (!incident.city().isEmpty()) {
                city = city.plus(true, same(place.name(), incident.city()));
            }
            incident.point().ifPresent(point -> near = near.plus(true, isNear(place, point)));
        });
    }

    private static boolean isNear(Place place, Toponym point) {
        return Toponym.kilometres(place.latitude(), place.longitude(), point.latitude(), point.longitude())
                < PlaceScore.NEAR_KM;
    }

    private static boolean same(String said, String coded) {
        return ComparedName.of(said).equals(ComparedName.of(coded));
    }

    Tally country() {
        return country;
    }

    Tally city() {
        return city;
    }

    Tally near() {
        return near;
    }
}
