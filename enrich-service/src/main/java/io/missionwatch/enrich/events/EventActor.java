package io.missionwatch.enrich.events;

import io.missionwatch.enrich.actors.ActorTag;
import io.missionwatch.enrich.events.facets.Role;

/** An actor of an event and its part in it. */
public record EventActor(ActorTag actor, Role role) {}
