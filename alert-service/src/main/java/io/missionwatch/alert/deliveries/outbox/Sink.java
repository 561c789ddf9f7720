package io.missionwatch.alert.deliveries.outbox;

/** Brings parcels to one receiver. Called by several threads at once, though never for two revisions of one alert. */
public interface Sink extends AutoCloseable {

    /** Tries once; whatever goes wrong is an answer. */
    Attempt deliver(Parcel parcel);

    /** Ends what is under way and frees what it holds. */
    @Override
    void close();
}
