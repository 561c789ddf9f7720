package io.missionwatch.serde;

import java.nio.ByteBuffer;

/** The five bytes before a record's body: zero, then the schema id with its highest byte first. */
final class WireFormat {
    static final int BODY_OFFSET = 5;
    private static final byte MAGIC = 0;

    private WireFormat() {}

    static byte[] header(int schemaId) {
        return ByteBuffer.allocate(BODY_OFFSET).put(MAGIC).putInt(schemaId).array();
    }

    static int schemaId(byte[] value) {
        if (value.length == 0) {
            throw new TruncatedRecordException("the record's value is empty");
        }
        if (value[0] != MAGIC) {
            throw new WrongMagicByteException("the record starts with byte %d instead of 0".formatted(value[0]));
        }
        if (value.length < BODY_OFFSET) {
            throw new TruncatedRecordException(
                    "the record ends within its schema id, after " + value.length + " bytes");
        }
        return ByteBuffer.wrap(value).getInt(1);
    }
}
