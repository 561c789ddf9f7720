package io.missionwatch.alert.evidence;

import java.util.Optional;

/** An actor of an event and its part in it. */
public record Party(String id, String name, String type, String role, Optional<String> country) {}
