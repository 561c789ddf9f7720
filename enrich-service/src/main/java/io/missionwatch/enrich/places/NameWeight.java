package io.missionwatch.enrich.places;

/**
 * How readily a name alone is believed to mean a place.
 *
 * @param isNever whether it means none, whatever stands around it
 * @param isRenowned whether it is a country, a region or a large city, which a reader knows without help
 */
record NameWeight(double evidence, boolean isNever, boolean isRenowned) {
    /** Of what is no name of a place. */
    static final NameWeight NONE = new NameWeight(0, true, false);
}
