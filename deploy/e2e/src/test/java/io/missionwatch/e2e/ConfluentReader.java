package io.missionwatch.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumReader;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericRecord;
import org.apache.flink.avro.shaded.org.apache.avro.io.DecoderFactory;
import org.apache.flink.formats.avro.registry.confluent.ConfluentSchemaRegistryCoder;

/** Reads values with Confluent's own registry client and Flink's reader on top of it, knowing nothing of our contracts. */
final class ConfluentReader implements AutoCloseable {

    private final CachedSchemaRegistryClient client;
    private final ConfluentSchemaRegistryCoder coder;

    ConfluentReader(String registry) {
        client = new CachedSchemaRegistryClient(new RestService(registry), 100, Map.of());
        coder = new ConfluentSchemaRegistryCoder(client);
    }

    /** The record that a value holds; an error if anything is left over. */
    GenericRecord read(byte[] value) throws IOException {
        var bytes = new ByteArrayInputStream(value);
        var schema = coder.readSchema(bytes);
        var record = new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().directBinaryDecoder(bytes, null));
        if (bytes.available() > 0) {
            throw new IOException(bytes.available() + " bytes are left over");
        }
        return record;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
