package io.missionwatch.serde;

/** The record's schema is known, but a reader of ours cannot make its record out of it. */
public final class UnreadableSchemaException extends UndecodableRecordException {
    UnreadableSchemaException(String message) {
        super(message);
    }

    UnreadableSchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
