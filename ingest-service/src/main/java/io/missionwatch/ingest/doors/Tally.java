package io.missionwatch.ingest.doors;

/** Counts what came to the doors. */
public interface Tally {

    /** Articles that are safe. */
    void accepted(int articles);

    /** Articles that were none. */
    void refused(int articles);

    /** Articles that were asked to come again. */
    void throttled(int articles);

    /** Articles that Kafka did not take. */
    void failed(int articles);
}
