package io.missionwatch.enrich.events;

import java.util.Optional;

/** Who says so: the words that name the speaker and, where it is a tagged actor, its id. */
public record Attribution(String speaker, Optional<String> actorId) {}
