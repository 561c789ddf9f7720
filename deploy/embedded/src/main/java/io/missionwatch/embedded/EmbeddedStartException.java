package io.missionwatch.embedded;

/** An embedded part could not start; the message says what the user can change, such as a port or a directory. */
public final class EmbeddedStartException extends RuntimeException {
    public EmbeddedStartException(String message) {
        super(message);
    }

    public EmbeddedStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
