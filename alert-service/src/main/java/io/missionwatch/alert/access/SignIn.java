package io.missionwatch.alert.access;

import java.time.Instant;

/** One way to find out who asks. */
public interface SignIn {

    /** Whether a token is of the form that this way takes. */
    boolean knows(String token);

    /**
     * Finds out who a token stands for.
     *
     * @throws SignInRefused when it stands for nobody, or no longer
     * @throws SignInAway when that cannot be found out now
     */
    Principal principalOf(String token, Instant now);
}
