package io.missionwatch.bench.accuracy;

import io.missionwatch.enrich.places.Gazetteer;
import io.missionwatch.enrich.places.Place;
import java.util.List;
import java.util.Locale;

/** The share of marked names for which the gazetteer has a place of that name within 161 km: more, no tagger can reach. */
final class PlaceCeiling {
    private PlaceCeiling() {}

    static double of(PlaceCorpus corpus, Gazetteer gazetteer) {
        var gold = corpus.gold().stream().flatMap(List::stream).toList();
        var reachable = gold.stream()
                .filter(toponym -> gazetteer.placesNamed(capitalised(toponym.phrase())).stream()
                        .anyMatch(place -> isNear(toponym, place)))
                .count();
        return (double) reachable / gold.size();
    }

    private static boolean isNear(Toponym toponym, Place place) {
        return Toponym.kilometres(toponym.latitude(), toponym.longitude(), place.latitude(), place.longitude())
                < PlaceScore.NEAR_KM;
    }

    /** Acronyms are in upper case in the gazetteer, which the corpora's scorer does not keep. */
    private static String capitalised(String phrase) {
        return phrase.length() <= 4 || phrase.indexOf('.') >= 0
                ? phrase.toUpperCase(Locale.ROOT)
                : Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1);
    }
}
