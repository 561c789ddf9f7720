package io.missionwatch.serde;

import io.missionwatch.registry.RegistryClient;
import io.missionwatch.registry.SubjectSchema;
import io.missionwatch.registry.WireSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.common.serialization.Serializer;

/** Writes Avro records in Confluent's wire format. Safe for use by several threads. */
final class AvroSerializer<T extends IndexedRecord> implements Serializer<T> {
    private static final int USUAL_SIZE = 1024;

    private final RegistryClient registry;
    private final SerdeSettings settings;
    private final boolean isKey;
    private final Map<SubjectSchema, Target> targets = new ConcurrentHashMap<>();

    AvroSerializer(RegistryClient registry, SerdeSettings settings, boolean isKey) {
        this.registry = registry;
        this.settings = settings;
        this.isKey = isKey;
    }

    /** What a record is written as: the schema on the wire with its id. */
    private record Target(int id, Schema schema, boolean isOwn) {}

    @Override
    public byte[] serialize(String topic, T value) {
        if (value == null) {
            return null;
        }
        var schema = value.getSchema();
        var subject = settings.subjects(isKey).subject(topic, isKey, schema);
        var target = targets.computeIfAbsent(new SubjectSchema(subject, schema), this::target);
        return target.isOwn() ? written(target, value) : writtenAs(target, value);
    }

    private Target target(SubjectSchema own) {
        var schema = WireSchema.withoutJavaHints(own.schema());
        if (settings.useLatest()) {
            var latest = registry.latest(own.subject());
            var isOwn = latest.schema().equals(schema);
            return new Target(latest.id(), latest.schema(), isOwn);
        }
        var id = settings.autoRegister()
                ? registry.register(own.subject(), schema)
                : registry.lookUp(own.subject(), schema).id();
        return new Target(id, own.schema(), true);
    }

    private byte[] written(Target target, IndexedRecord value) {
        return written(target, value.getSchema(), value, dataOf(value));
    }

    // Avro writes fields by position, so a record of another version is read over into the target's schema first.
    private byte[] writtenAs(Target target, IndexedRecord value) {
        var own = written(target, value);
        @SuppressWarnings("unchecked")
        DatumReader<Object> reader = GenericData.get().createDatumReader(value.getSchema(), target.schema());
        var converted = AvroBody.read(reader, own);
        return written(target, target.schema(), converted, GenericData.get());
    }

    private static byte[] written(Target target, Schema schema, Object value, GenericData data) {
        var bytes = new ByteArrayOutputStream(USUAL_SIZE);
        bytes.writeBytes(WireFormat.header(target.id()));
        try {
            @SuppressWarnings("unchecked")
            var writer = (DatumWriter<Object>) data.createDatumWriter(schema);
            writer.write(value, EncoderFactory.get().directBinaryEncoder(bytes, null));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static GenericData dataOf(IndexedRecord value) {
        return value instanceof SpecificRecordBase specific ? specific.getSpecificData() : GenericData.get();
    }
}
