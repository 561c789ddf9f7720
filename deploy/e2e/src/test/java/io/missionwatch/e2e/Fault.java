package io.missionwatch.e2e;

import io.missionwatch.serde.TruncatedRecordException;
import io.missionwatch.serde.UndecodableRecordException;
import io.missionwatch.serde.UnknownSchemaException;
import io.missionwatch.serde.WrongMagicByteException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalInt;

/** What can be wrong with the bytes of a record. */
enum Fault {
    UNKNOWN_SCHEMA(UnknownSchemaException.class) {
        @Override
        byte[] of(byte[] good) {
            return ByteBuffer.wrap(good.clone()).putInt(1, 999_999).array();
        }
    },
    WRONG_MAGIC_BYTE(WrongMagicByteException.class) {
        @Override
        byte[] of(byte[] good) {
            return ByteBuffer.wrap(good.clone()).put(0, (byte) 7).array();
        }
    },
    CUT_SHORT(TruncatedRecordException.class) {
        @Override
        byte[] of(byte[] good) {
            return Arrays.copyOf(good, good.length / 2);
        }
    };

    private final Class<? extends UndecodableRecordException> error;

    Fault(Class<? extends UndecodableRecordException> error) {
        this.error = error;
    }

    abstract byte[] of(byte[] good);

    /** The error that a reader of such a record meets. */
    Class<? extends UndecodableRecordException> error() {
        return error;
    }

    /** The schema id that such a record starts with, if its first byte says that there is one. */
    static OptionalInt schemaId(byte[] bytes) {
        return bytes[0] == 0 ? OptionalInt.of(ByteBuffer.wrap(bytes).getInt(1)) : OptionalInt.empty();
    }
}
