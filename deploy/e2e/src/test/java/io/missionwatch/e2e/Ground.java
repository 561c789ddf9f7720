package io.missionwatch.e2e;

import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.embedded.EmbeddedRegistry;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.kafka.TopicSetup;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker and a registry in this process for services to stand on, and a hand that writes and reads their topics. */
final class Ground implements AutoCloseable {

    private final Path directory;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final AvroSerdes serdes;
    private final KafkaProducer<byte[], byte[]> producer;

    private Ground(Path directory, EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.directory = directory;
        this.broker = broker;
        this.registry = registry;
        this.serdes = new AvroSerdes(Map.of("schema.registry.url", registry.url()));
        var kafka = KafkaSettings.from(Settings.of(kafka(), KafkaSettings.declared()), "hand");
        this.producer = new KafkaProducer<>(kafka.forProducer(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    static Ground start(Path directory) {
        var broker = EmbeddedBroker.start(directory.resolve("kafka"));
        return new Ground(directory, broker, EmbeddedRegistry.start(broker.bootstrapServers()));
    }

    /** What a service is told so that it stands on this ground, and beside it what is given. */
    Map<String, String> settings(Map<String, String> more) {
        var settings = new HashMap<>(kafka());
        settings.put("admin.port", "0");
        settings.putAll(more);
        return settings;
    }

    private Map<String, String> kafka() {
        return Map.of(
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                "schema.registry.url",
                registry.url(),
                "state.dir",
                directory.resolve("state").toString(),
                "topics.partitions",
                "3",
                "topics.replication",
                "1",
                "topics.min-in-sync",
                "1");
    }

    /** Makes a topic before any service does. */
    void create(Topic topic) {
        new TopicSetup(KafkaSettings.from(Settings.of(kafka(), KafkaSettings.declared()), "hand"))
                .prepare(List.of(topic));
    }

    String registryUrl() {
        return registry.url();
    }

    byte[] bytesOf(Topic topic, SpecificRecord value) {
        return serializer(value).serialize(topic.name(), value);
    }

    /** The bytes of a record as a later version of its contract writes it: with one more field, which nobody here knows. */
    byte[] laterBytesOf(Topic topic, SpecificRecord value, String newField) throws IOException {
        var fields = new ArrayList<>(value.getSchema().getFields().stream()
                .map(field -> new Schema.Field(field, field.schema()))
                .toList());
        fields.add(new Schema.Field(
                newField,
                SchemaBuilder.unionOf().nullType().and().stringType().endUnion(),
                "",
                Schema.Field.NULL_DEFAULT_VALUE));
        var known = value.getSchema();
        var later = Schema.createRecord(known.getName(), known.getDoc(), known.getNamespace(), false, fields);
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new SpecificDatumWriter<>(known).write(value, encoder);
        var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
        GenericRecord read = new GenericDatumReader<GenericRecord>(known, later).read(null, decoder);
        return serdes.generic().serializer().serialize(topic.name(), read);
    }

    @SuppressWarnings("unchecked")
    private <T extends SpecificRecord> Serializer<T> serializer(T value) {
        return serdes.of((Class<T>) value.getClass()).serializer();
    }

    /** Writes a record and waits until it stands; answers where. */
    RecordMetadata write(Topic topic, String key, byte[] value) {
        var record = new ProducerRecord<>(topic.name(), new StringSerializer().serialize(topic.name(), key), value);
        try {
            return producer.send(record).get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException("cannot write to " + topic.name(), failure);
        }
    }

    void write(Topic topic, String key, SpecificRecord value) {
        write(topic, key, bytesOf(topic, value));
    }

    /** The committed records of a topic, partition by partition. */
    List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
        return TopicContents.of(broker.bootstrapServers(), topic.name());
    }

    /** The values of a topic, partition by partition. */
    <T extends SpecificRecord> List<T> values(Topic topic, Class<T> type) {
        var values = serdes.of(type).deserializer();
        return records(topic).stream()
                .map(record -> values.deserialize(topic.name(), record.value()))
                .toList();
    }

    @Override
    public void close() {
        producer.close();
        serdes.close();
        registry.close();
        broker.close();
    }
}
