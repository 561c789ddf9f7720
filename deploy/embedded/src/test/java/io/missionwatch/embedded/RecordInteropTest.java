package io.missionwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.registry.WireSchema;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.util.RandomData;
import org.apache.flink.avro.shaded.org.apache.avro.Schema;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericData;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumReader;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumWriter;
import org.apache.flink.avro.shaded.org.apache.avro.io.DecoderFactory;
import org.apache.flink.avro.shaded.org.apache.avro.io.EncoderFactory;
import org.apache.flink.formats.avro.registry.confluent.ConfluentSchemaRegistryCoder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records cross between our serde and Flink's reader and writer, which ride on Confluent's client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordInteropTest {
    private static final String TOPIC = "notes";
    private static final String NOTE =
            "{\"type\":\"record\",\"name\":\"Note\",\"fields\":[{\"name\":\"text\",\"type\":\"string\"}]}";

    private static final int RECORDS = 20;
    private static final long SEED = 42;

    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;
    private AvroSerdes serdes;

    @BeforeAll
    void start(@TempDir Path directory) {
        broker = EmbeddedBroker.start(directory);
        registry = EmbeddedRegistry.start(broker.bootstrapServers());
        serdes = new AvroSerdes(Map.of("schema.registry.url", registry.url()));
    }

    @AfterAll
    void stop() {
        serdes.close();
        registry.close();
        broker.close();
    }

    @Test
    void theirsReadsWhatOursWrote() throws Exception {
        var schema = new org.apache.avro.Schema.Parser().parse(NOTE);
        var note = new GenericRecordBuilder(schema).set("text", "hello").build();
        var bytes = new ByteArrayInputStream(serdes.generic().serializer().serialize(TOPIC, note));

        try (var theirs = new ConfluentClient(registry.url())) {
            var read = (GenericData.Record) read(new ConfluentSchemaRegistryCoder(theirs.confluents()), bytes);

            assertThat(read.get("text")).hasToString("hello");
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theirsReadsTheRecordsOfEveryTopic(Topic topic) throws Exception {
        var schema = WireSchema.withoutJavaHints(topic.value().orElseThrow());
        try (var theirs = new ConfluentClient(registry.url())) {
            var coder = new ConfluentSchemaRegistryCoder(theirs.confluents());
            for (var made : new RandomData(schema, RECORDS, SEED)) {
                var bytes = new ByteArrayInputStream(
                        serdes.generic().serializer().serialize(topic.name(), (GenericRecord) made));

                assertThat(read(coder, bytes)).hasToString(made.toString());
            }
        }
    }

    static List<Topic> topics() {
        return TopicCatalogue.withValues();
    }

    private static Object read(ConfluentSchemaRegistryCoder coder, InputStream bytes) throws IOException {
        return new GenericDatumReader<>(coder.readSchema(bytes))
                .read(null, DecoderFactory.get().directBinaryDecoder(bytes, null));
    }

    @Test
    void oursReadsWhatTheirsWrote() throws Exception {
        var schema = new Schema.Parser().parse(NOTE);
        var note = new GenericData.Record(schema);
        note.put("text", "hello");
        var bytes = new ByteArrayOutputStream();

        try (var theirs = new ConfluentClient(registry.url())) {
            new ConfluentSchemaRegistryCoder("notes-value", theirs.confluents()).writeSchema(schema, bytes);
            new GenericDatumWriter<GenericData.Record>(schema)
                    .write(note, EncoderFactory.get().directBinaryEncoder(bytes, null));
        }

        GenericRecord read = serdes.generic().deserializer().deserialize(TOPIC, bytes.toByteArray());
        assertThat(read.get("text")).hasToString("hello");
    }
}
