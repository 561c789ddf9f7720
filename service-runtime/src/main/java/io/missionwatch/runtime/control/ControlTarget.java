package io.missionwatch.runtime.control;

/**
 * Takes over the records of a control topic: a small compacted topic of which a service keeps the newest record of every key
 * in force.
 *
 * @param <T> type of its values
 */
public interface ControlTarget<T> {

    /**
     * Takes over a record.
     *
     * @throws IllegalArgumentException when it cannot be honoured, saying why; the last good one stays
     */
    void put(String key, T value);

    /** Forgets a record. */
    void remove(String key);

    /** Forgets all, to build anew. */
    void reset();

    /** Everything that there is has been put; what follows is a change. */
    default void built() {}
}
