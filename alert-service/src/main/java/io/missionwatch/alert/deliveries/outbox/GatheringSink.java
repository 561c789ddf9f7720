package io.missionwatch.alert.deliveries.outbox;

import java.util.List;

/** A sink that brings several parcels as one. */
public interface GatheringSink extends Sink {

    /** How long parcels wait for others. */
    Gathering gathering();

    /**
     * Tries once; the answer is that of all of them.
     *
     * @param parcels in the order in which they came, several of one alert too
     */
    Attempt deliver(List<Parcel> parcels);
}
