package io.missionwatch.alert.evidence;

import java.util.Optional;

/** Where an event happened; the country is an ISO 3166-1 alpha-2 code. */
public record Place(
        String id,
        String name,
        String type,
        Optional<String> country,
        Optional<String> admin1,
        double latitude,
        double longitude) {}
