package io.missionwatch.serde;

/** The first byte is not zero: the record was not written in Confluent's wire format. */
public final class WrongMagicByteException extends UndecodableRecordException {
    WrongMagicByteException(String message) {
        super(message);
    }
}
