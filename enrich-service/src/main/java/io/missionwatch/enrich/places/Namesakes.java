package io.missionwatch.enrich.places;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts the sightings of one name that an article puts in several places: "Augusta, Maine, and Augusta, Ga." */
final class Namesakes {

    private Namesakes() {}

    /** The sightings in parts, mostly one; what says nothing of where it lies goes with the one before it. */
    static List<List<Sighting>> parted(List<Sighting> sightings) {
        Map<String, List<Sighting>> parts = new LinkedHashMap<>();
        for (var sighting : sightings) {
            if (sighting.container() != null) {
                parts.putIfAbsent(sighting.container().key(), new ArrayList<>());
            }
        }
        if (parts.size() < 2) {
            return List.of(sightings);
        }
        var part = parts.values().iterator().next();
        for (var sighting : sightings) {
            var container = sighting.container();
            part = container == null ? part : parts.getOrDefault(container.key(), part);
            part.add(sighting);
        }
        return List.copyOf(parts.values());
    }
}
