package io.missionwatch.enrich.missions;

import java.util.Optional;

/**
 * The heart of a phrase that names a mission: "embassy", "chargé d'affaires".
 *
 * @param weak counts only where a sender is named with it
 * @param person a person, not a site
 * @param plural may have several senders and places
 * @param sender whose it is where the text does not say, ISO 3166-1 alpha-2
 */
record Head(MissionType type, boolean weak, boolean person, boolean plural, Optional<String> sender) {

    static Head of(String kind, MissionType type, String phrase, Optional<String> sender) {
        return new Head(type, kind.startsWith("weak-"), kind.endsWith("person"), isPlural(phrase), sender);
    }

    private static boolean isPlural(String phrase) {
        return phrase.endsWith("s") && !phrase.endsWith("affaires") && !phrase.endsWith("premises")
                || phrase.startsWith("consuls ")
                || phrase.startsWith("consulates ");
    }
}
