package io.missionwatch.enrich.places;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Carries over, within an article, that a name is somebody's: after "Michael Jordan" a bare "Jordan" is he. */
final class Persons {
    private Persons() {}

    static void refuseNamesakes(List<Sighting> sightings) {
        var persons = new HashSet<String>();
        for (var sighting : sightings) {
            if (!sighting.isDemonym() && sighting.namesPerson()) {
                persons.add(sighting.key());
            }
        }
        if (!persons.isEmpty()) {
            sightings.stream().filter(sighting -> isNamesake(sighting, persons)).forEach(Sighting::refuse);
        }
    }

    private static boolean isNamesake(Sighting sighting, Set<String> persons) {
        return persons.contains(sighting.key()) && !sighting.isRenowned() && !isSurelyPlace(sighting);
    }

    private static boolean isSurelyPlace(Sighting sighting) {
        return switch (sighting.reason()) {
            case CONTAINED, DIVISION -> true;
            case LOCATIVE -> sighting.evidence() >= 2.4;
            case METONYM, INSTITUTION, NEARBY, NAMED -> false;
        };
    }
}
