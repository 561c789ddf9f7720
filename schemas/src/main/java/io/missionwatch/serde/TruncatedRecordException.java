package io.missionwatch.serde;

/** The record ends before its schema id or its last field does. */
public final class TruncatedRecordException extends UndecodableRecordException {
    TruncatedRecordException(String message) {
        super(message);
    }

    TruncatedRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
