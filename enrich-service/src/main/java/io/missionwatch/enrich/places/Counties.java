package io.missionwatch.enrich.places;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The counties that an article names in full, after which it may leave the word out. */
final class Counties {
    private static final List<String> ENDINGS = List.of(" county", " parish", " co.");

    private Counties() {}

    static Set<String> namedIn(List<Sighting> sightings) {
        var counties = new HashSet<String>();
        for (var sighting : sightings) {
            for (var ending : ENDINGS) {
                if (sighting.key().endsWith(ending)) {
                    counties.add(sighting.key().substring(0, sighting.key().length() - ending.length()));
                }
            }
        }
        return counties;
    }
}
