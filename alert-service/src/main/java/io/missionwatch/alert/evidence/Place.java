package io.missionwatch.alert.evidence;

import java.util.Optional;
import java.util.Set;

/** Where an event happened; the country is an ISO 3166-1 alpha-2 code. */
public record Place(
        String id,
        String name,
        String type,
        Optional<String> country,
        Optional<String> admin1,
        double latitude,
        double longitude) {

    private static final Set<String> POINTS = Set.of("CITY", "NEIGHBOURHOOD", "FEATURE");

    /** Whether its coordinates say where it is; those of a country or a province only mark its middle. */
    public boolean isPoint() {
        return isPoint(type);
    }

    /** Whether the coordinates of a place of that type say where it is. */
    public static boolean isPoint(String type) {
        return POINTS.contains(type);
    }
}
