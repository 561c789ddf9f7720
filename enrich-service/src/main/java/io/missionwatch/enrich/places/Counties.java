package io.missionwatch.enrich.places;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The counties that an article names in full, after which it may leave the word out. */
final class Counties {
    private static final Pattern IN_FULL = Pattern.compile("(.+) (county|parish|co\\.)");

    private Counties() {}

    static Set<String> namedIn(List<Sighting> sightings) {
        return sightings.stream()
                .map(sighting -> IN_FULL.matcher(sighting.key()))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toSet());
    }
}
