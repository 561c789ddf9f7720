package io.missionwatch.alert.evidence;

import java.util.Optional;

/** A foreign mission that an event concerns; states are ISO 3166-1 alpha-2 codes. */
public record Mission(
        String type,
        Optional<String> sendingState,
        Optional<String> sendingOrganisation,
        Optional<String> hostState,
        Optional<String> city,
        boolean cityInferred) {}
