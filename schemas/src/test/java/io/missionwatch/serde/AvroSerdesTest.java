package io.missionwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.registry.LocalRegistryClient;
import io.missionwatch.registry.SchemaNotFoundException;
import io.missionwatch.schema.sample.Note;
import io.missionwatch.schema.sample.Other;
import io.missionwatch.schema.sample.Tone;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes.StringSerde;
import org.junit.jupiter.api.Test;

class AvroSerdesTest {
    private static final String TOPIC = "notes";
    private static final Note NOTE = note("1", "hello", List.of("a", "b"));

    private final LocalRegistryClient registry = new LocalRegistryClient();
    private final AvroSerdes serdes = AvroSerdes.over(registry);
    private final Serde<Note> notes = serdes.of(Note.class);

    @Property(tries = 200)
    void readsWhatItWrote(@ForAll String id, @ForAll String text, @ForAll @Size(max = 5) List<String> tags) {
        var note = note(
                wellFormed(id),
                wellFormed(text),
                tags.stream().map(AvroSerdesTest::wellFormed).toList());

        assertThat(read(write(note))).isEqualTo(note);
    }

    // A lone surrogate has no UTF-8 form.
    private static String wellFormed(String text) {
        return text.codePoints()
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void writesConfluentsWireFormat() {
        var bytes = write(NOTE);

        assertThat(bytes[0]).isZero();
        assertThat(ByteBuffer.wrap(bytes).getInt(1))
                .isEqualTo(registry.latest("notes-value").id());
    }

    @Test
    void leavesTombstonesAlone() {
        assertThat(notes.serializer().serialize(TOPIC, null)).isNull();
        assertThat(notes.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void refusesAnotherMagicByte() {
        var bytes = write(NOTE);
        bytes[0] = 1;

        assertThatThrownBy(() -> read(bytes)).isInstanceOf(WrongMagicByteException.class);
    }

    @Test
    void refusesARecordCutAnywhere() {
        var bytes = write(NOTE);

        for (var length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(TruncatedRecordException.class);
        }
    }

    @Test
    void refusesTrailingBytes() {
        var bytes = write(NOTE);

        assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length + 3)))
                .isInstanceOf(TrailingBytesException.class)
                .hasMessageContaining("3 bytes");
    }

    @Property(tries = 200)
    void givesATypedErrorForWhateverBytesFollowTheHeader(@ForAll @Size(max = 200) byte[] body) {
        var header = Arrays.copyOf(write(NOTE), WireFormat.BODY_OFFSET);
        var bytes = ByteBuffer.allocate(header.length + body.length)
                .put(header)
                .put(body)
                .array();

        try {
            assertThat(read(bytes)).isNotNull();
        } catch (UndecodableRecordException e) {
            assertThat(e).hasMessageContaining("record");
        }
    }

    @Test
    void refusesARecordOfAnotherType() {
        var bytes = serdes.of(Other.class).serializer().serialize("others", new Other(7L));

        assertThatThrownBy(() -> read(bytes)).isInstanceOf(UnreadableSchemaException.class);
    }

    @Test
    void readsRecordsOfAnEarlierAndOfALaterVersion() {
        var earlier = version("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"at\",\"type\":\"long\"}");
        var later = version("{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"at\",\"type\":\"long\"},"
                + "{\"name\":\"tone\",\"type\":{\"type\":\"enum\",\"name\":\"Tone\",\"symbols\":[\"FLAT\",\"SHARP\",\"NATURAL\"],\"default\":\"FLAT\"}},"
                + "{\"name\":\"volume\",\"type\":\"int\",\"default\":3}");

        assertThat(read(write(generic(earlier).build())).getTags()).isEmpty();
        assertThat(read(write(generic(later)
                                .set(
                                        "tone",
                                        new GenericData.EnumSymbol(
                                                later.getField("tone").schema(), "NATURAL"))
                                .build()))
                        .getTone())
                .isEqualTo(Tone.FLAT);
    }

    @Test
    void readsGenericRecordsByTheirOwnSchema() {
        var record = serdes.generic().deserializer().deserialize(TOPIC, write(NOTE));

        assertThat(record.get("id")).hasToString("1");
    }

    @Test
    void keepsOneSubjectForStoredRecords() {
        serdes.stored(Note.class).serializer().serialize("app-seen-changelog", NOTE);

        assertThat(registry.subjects()).containsExactly("io.missionwatch.schema.sample.Note");
    }

    @Test
    void writesWithTheNewestVersionIfAsked() {
        var newest = version("{\"name\":\"at\",\"type\":\"long\"},{\"name\":\"id\",\"type\":\"string\"}");
        var configs = Map.of("schema.registry.url", "mock://newest", "use.latest.version", "true");
        try (var latest = new AvroSerdes(configs)) {
            latest.registry().register("notes-value", newest);

            var bytes = latest.of(Note.class).serializer().serialize(TOPIC, NOTE);

            assertThat(latest.generic().deserializer().deserialize(TOPIC, bytes).getSchema())
                    .isEqualTo(newest);
            assertThat(latest.of(Note.class)
                            .deserializer()
                            .deserialize(TOPIC, bytes)
                            .getId())
                    .isEqualTo("1");
        }
    }

    @Test
    void registersNothingIfForbidden() {
        var configs = Map.of("schema.registry.url", "mock://closed", "auto.register.schemas", "false");
        try (var closed = new AvroSerdes(configs)) {
            var serializer = closed.of(Note.class).serializer();

            assertThatThrownBy(() -> serializer.serialize(TOPIC, NOTE)).isInstanceOf(SchemaNotFoundException.class);
        }
    }

    @Test
    void isConfiguredByKafkaFromItsClassName() {
        try (var byKafka = new AvroSerde<Note>()) {
            byKafka.configure(Map.of("schema.registry.url", "mock://kafka", "specific.avro.reader", true), false);

            var bytes = byKafka.serializer().serialize(TOPIC, NOTE);

            assertThat(byKafka.deserializer().deserialize(TOPIC, bytes)).isEqualTo(NOTE);
        }
    }

    @Test
    void givesWayToAnotherSerdeClass() {
        var configs =
                Map.of("schema.registry.url", "mock://other", AvroSerdes.SERDE_CLASS, StringSerde.class.getName());
        try (var other = new AvroSerdes(configs)) {
            assertThat(other.of(Note.class)).isInstanceOf(StringSerde.class);
        }
    }

    @Test
    void namesASerdeClassThatIsNotThere() {
        var configs = Map.of("schema.registry.url", "mock://missing", AvroSerdes.SERDE_CLASS, "no.such.Serde");
        try (var missing = new AvroSerdes(configs)) {
            assertThatThrownBy(() -> missing.of(Note.class))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("no.such.Serde");
        }
    }

    private byte[] write(Note note) {
        return notes.serializer().serialize(TOPIC, note);
    }

    private byte[] write(GenericRecord record) {
        return serdes.generic()
                .serializer()
                .serialize("versions-" + record.getSchema().getFields().size(), record);
    }

    private Note read(byte[] bytes) {
        return notes.deserializer().deserialize(TOPIC, bytes);
    }

    private static Note note(String id, String text, List<String> tags) {
        return new Note(id, text, tags, Instant.parse("2026-01-01T00:00:00Z"), Tone.SHARP);
    }

    private static Schema version(String fields) {
        return new Schema.Parser()
                .parse(
                        "{\"type\":\"record\",\"name\":\"Note\",\"namespace\":\"io.missionwatch.schema.sample\",\"fields\":["
                                + fields + "]}");
    }

    private static GenericRecordBuilder generic(Schema schema) {
        return new GenericRecordBuilder(schema).set("id", "1").set("at", 5L);
    }
}
