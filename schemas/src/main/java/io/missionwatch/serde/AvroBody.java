package io.missionwatch.serde;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;

/** Reads the Avro part of a record's value, whole or not at all. */
final class AvroBody {
    private AvroBody() {}

    /**
     * Reads the body behind the wire format's header.
     *
     * @throws UndecodableRecordException if it is too short, too long or no such record
     */
    static <T> T read(DatumReader<T> reader, byte[] value) {
        var decoder = DecoderFactory.get()
                .binaryDecoder(value, WireFormat.BODY_OFFSET, value.length - WireFormat.BODY_OFFSET, null);
        var record = read(reader, decoder);
        requireEnd(decoder);
        return record;
    }

    // On bytes that do not fit, Avro throws exceptions of many types, some of them not its own.
    private static <T> T read(DatumReader<T> reader, BinaryDecoder decoder) {
        try {
            return reader.read(null, decoder);
        } catch (EOFException e) {
            throw new TruncatedRecordException("the record ends before its last field does", e);
        } catch (AvroTypeException e) {
            throw new UnreadableSchemaException("the record's schema does not resolve to its reader's", e);
        } catch (IOException | RuntimeException e) {
            throw new MalformedRecordException("the record's body does not follow its schema", e);
        }
    }

    private static void requireEnd(BinaryDecoder decoder) {
        try {
            if (!decoder.isEnd()) {
                throw new TrailingBytesException(
                        decoder.inputStream().available() + " bytes are left over after the record's last field");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }
}
