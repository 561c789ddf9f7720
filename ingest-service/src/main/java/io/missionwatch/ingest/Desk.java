package io.missionwatch.ingest;

/** Takes work that must not be done on a stream thread. */
@FunctionalInterface
interface Desk {
    /** Takes work, unless there is too much already. */
    boolean take(Runnable work);
}
