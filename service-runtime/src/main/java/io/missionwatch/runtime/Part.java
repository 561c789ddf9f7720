package io.missionwatch.runtime;

/** One thing that a service is made of and that must be closed: a server, a stream application, a client. */
public interface Part extends AutoCloseable {

    /** What logs and the health answer call it. */
    String name();

    /** How it is right now; called from any thread, answers at once. */
    PartState state();

    /** Ends it and frees what it holds; closing twice is the same as once. */
    @Override
    void close();
}
