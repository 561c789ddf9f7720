package io.missionwatch.serde;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads Avro records in Confluent's wire format, resolved to the schema that their reader wants. Thread-safe. */
final class AvroDeserializer<T> implements Deserializer<T> {
    private final WriterSchemas writers;
    private final Optional<Class<?>> recordClass;
    private final boolean specific;
    private final Map<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();

    /**
     * @param recordClass the generated class of every record; if empty, the record's own schema decides
     * @param specific whether generated classes are looked for, or generic records made
     */
    AvroDeserializer(WriterSchemas writers, Optional<Class<?>> recordClass, boolean specific) {
        this.writers = writers;
        this.recordClass = recordClass;
        this.specific = specific;
    }

    @Override
    public T deserialize(String topic, byte[] value) {
        if (value == null) {
            return null;
        }
        var id = WireFormat.schemaId(value);
        var reader = readers.get(id);
        if (reader == null) {
            reader = reader(writers.byId(id));
            readers.put(id, reader);
        }
        return AvroBody.read(reader, value);
    }

    @SuppressWarnings("unchecked")
    private DatumReader<T> reader(Schema writer) {
        if (!specific) {
            return GenericData.get().createDatumReader(writer);
        }
        var type = recordClass.orElseGet(() -> classOf(writer));
        return SpecificData.getForClass((Class<T>) type)
                .createDatumReader(writer, SpecificData.get().getSchema(type));
    }

    private static Class<?> classOf(Schema writer) {
        try {
            return Optional.<Class<?>>ofNullable(SpecificData.get().getClass(writer))
                    .orElseThrow(() -> new UnreadableSchemaException("no generated class " + writer.getFullName()));
        } catch (SecurityException e) {
            throw new UnreadableSchemaException("no trusted class " + writer.getFullName(), e);
        }
    }
}
