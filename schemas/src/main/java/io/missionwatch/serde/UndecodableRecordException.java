package io.missionwatch.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The bytes of a record can never be decoded: it belongs on the dead-letter topic, and nothing else does. */
public abstract sealed class UndecodableRecordException extends SerializationException
        permits WrongMagicByteException,
                TruncatedRecordException,
                TrailingBytesException,
                MalformedRecordException,
                UnknownSchemaException,
                UnreadableSchemaException {
    UndecodableRecordException(String message) {
        super(message);
    }

    UndecodableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
