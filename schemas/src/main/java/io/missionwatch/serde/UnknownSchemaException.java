package io.missionwatch.serde;

/** The registry has said for long enough that it does not know the record's schema id. */
public final class UnknownSchemaException extends UndecodableRecordException {
    UnknownSchemaException(String message) {
        super(message);
    }

    UnknownSchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
