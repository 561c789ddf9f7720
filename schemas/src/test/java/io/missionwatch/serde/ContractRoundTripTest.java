package io.missionwatch.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.registry.WireSchema;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractRoundTripTest {
    private static final int RECORDS = 50;
    private static final long SEED = 7;

    private final AvroSerdes serdes = AvroSerdes.local();

    @ParameterizedTest
    @MethodSource("topics")
    void writesTheRecordsOfEveryTopicAsItReadThem(Topic topic) {
        var schema = topic.value().orElseThrow();
        var records = serdeOf(schema);
        for (var made : new RandomData(WireSchema.withoutJavaHints(schema), RECORDS, SEED)) {
            var bytes = serdes.generic().serializer().serialize(topic.name(), (GenericRecord) made);

            var read = records.deserializer().deserialize(topic.name(), bytes);
            var written = records.serializer().serialize(topic.name(), read);

            assertThat(serdes.generic().deserializer().deserialize(topic.name(), written))
                    .isEqualTo(made);
        }
    }

    @SuppressWarnings("unchecked")
    private Serde<SpecificRecord> serdeOf(Schema schema) {
        return serdes.of((Class<SpecificRecord>) SpecificData.get().getClass(schema));
    }

    static List<Topic> topics() {
        return TopicCatalogue.withValues();
    }
}
