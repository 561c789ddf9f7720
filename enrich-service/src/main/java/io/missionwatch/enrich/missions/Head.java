package io.missionwatch.enrich.missions;

/**
 * The heart of a phrase that names a mission: "embassy", "chargé d'affaires".
 *
 * @param weak counts only where a sender is named with it
 * @param person a person, not a site
 * @param plural may have several senders and places
 */
record Head(MissionType type, boolean weak, boolean person, boolean plural) {

    static Head of(String kind, MissionType type, String phrase) {
        return new Head(type, kind.startsWith("weak-"), kind.endsWith("person"), isPlural(phrase));
    }

    private static boolean isPlural(String phrase) {
        return phrase.endsWith("s") && !phrase.endsWith("affaires") && !phrase.endsWith("premises")
                || phrase.startsWith("consuls ")
                || phrase.startsWith("consulates ");
    }
}
