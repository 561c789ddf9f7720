package io.missionwatch.enrich.places;

import java.util.Set;

/**
 * A name that could be that of a place or a people, as a text writes it.
 *
 * @param name as a text with small letters would have it
 * @param key what all ways to write it in capitals share
 * @param kinds what kinds of place it can mean; none where it is that of a people
 * @param weight how readily it is believed to mean a place
 */
record PlaceName(
        String text,
        String name,
        String key,
        boolean isDemonym,
        Meanings meanings,
        Set<PlaceKind> kinds,
        NameWeight weight) {}
