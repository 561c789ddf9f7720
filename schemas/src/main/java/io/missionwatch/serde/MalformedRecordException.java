package io.missionwatch.serde;

/** The body does not follow the schema that the record names. */
public final class MalformedRecordException extends UndecodableRecordException {
    MalformedRecordException(String message) {
        super(message);
    }

    MalformedRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
