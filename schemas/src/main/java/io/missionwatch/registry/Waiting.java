package io.missionwatch.registry;

import java.time.Duration;
import java.time.Instant;

/** Time as a waiting client spends it: for real, or moved by hand in a test. */
public interface Waiting {
    /** The time now, for measuring how long something has lasted. */
    Instant now();

    /**
     * Lets time pass.
     *
     * @throws RegistryUnavailableException if the wait was ended early by an interrupt or by {@link #end()}
     */
    void pause(Duration duration);

    /** Ends all pauses, those under way and those to come. */
    void end();

    /** Real time. */
    static Waiting real() {
        return new RealWaiting();
    }
}
