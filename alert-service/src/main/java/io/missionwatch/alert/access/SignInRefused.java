package io.missionwatch.alert.access;

/** A token signs nobody in; the message says why and holds nothing of the token. */
public final class SignInRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SignInRefused(String message) {
        super(message);
    }

    SignInRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
