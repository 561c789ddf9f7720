package io.missionwatch.alert.access;

/** Nobody can say now whom a token signs in, because whoever vouches for it cannot be reached. */
public final class SignInAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignInAway(String message, Throwable cause) {
        super(message, cause);
    }
}
