package io.missionwatch.enrich.events.facets;

/** How an attack was or would be done. The order is that of how much a word says: a suicide car bomb is a suicide attack. */
public enum Means {
    SUICIDE,
    VEHICLE_BOMB,
    DRONE,
    ROCKET_OR_MORTAR,
    ARSON,
    HOSTAGE_TAKING,
    KIDNAPPING,
    ASSASSINATION,
    IED,
    STORMING,
    ARMED_ASSAULT,
    VANDALISM,
    CYBER,
    UNKNOWN;

    /** The one of two that says more. */
    public Means orBetter(Means other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
