package io.missionwatch.serde;

/** Bytes are left over after the last field, so the record was not written with the schema that it names. */
public final class TrailingBytesException extends UndecodableRecordException {
    TrailingBytesException(String message) {
        super(message);
    }
}
