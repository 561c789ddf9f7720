package io.missionwatch.e2e;

import io.missionwatch.topics.WholeTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything that a topic holds at one moment, as a consumer of anybody's sees it: committed records, as bytes. */
final class TopicContents {

    private TopicContents() {}

    /** The records, partition by partition, in the order of each; none of a topic that is not there. */
    static List<ConsumerRecord<byte[], byte[]>> of(String bootstrapServers, String topic) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false);
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            if (consumer.listTopics().containsKey(topic)) {
                WholeTopic.read(consumer, topic, records::add);
            }
        }
        return records;
    }
}
