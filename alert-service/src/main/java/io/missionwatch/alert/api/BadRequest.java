package io.missionwatch.alert.api;

/** A request that cannot be answered as it is; the message says what was expected. */
final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message);
    }
}
