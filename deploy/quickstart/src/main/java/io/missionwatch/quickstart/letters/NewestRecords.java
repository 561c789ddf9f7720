package io.missionwatch.quickstart.letters;

import io.missionwatch.quickstart.stack.Cluster;
import io.missionwatch.runtime.deadletters.DeadLetters;
import io.missionwatch.topics.Retention;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.WholeTopic;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Which record is the newest of its key, in the topics where only that one counts: an older one that is written again
 * would undo what somebody changed since.
 */
final class NewestRecords {

    private final Cluster cluster;
    private final Map<String, Map<Key, Long>> offsets = new HashMap<>();

    NewestRecords(Cluster cluster) {
        this.cluster = cluster;
    }

    private record Key(TopicPartition partition, ByteBuffer bytes) {}

    /** Whether the topic that a letter came from has a later record of its key. */
    boolean isOutdated(Letter letter, Topic origin) {
        var bytes = letter.record().key();
        if (!(origin.retention() instanceof Retention.Compacted) || bytes == null) {
            return false;
        }
        var partition = letter.number(DeadLetters.ORIGINAL_PARTITION);
        var offset = letter.number(DeadLetters.ORIGINAL_OFFSET);
        if (partition.isEmpty() || offset.isEmpty()) {
            return false;
        }
        var key = new Key(new TopicPartition(origin.name(), (int) partition.getAsLong()), ByteBuffer.wrap(bytes));
        return offsets.computeIfAbsent(origin.name(), this::read).getOrDefault(key, -1L) > offset.getAsLong();
    }

    private Map<Key, Long> read(String topic) {
        var newest = new HashMap<Key, Long>();
        try (var consumer = new KafkaConsumer<>(
                cluster.kafka().forConsumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            WholeTopic.read(consumer, topic, record -> {
                if (record.key() != null) {
                    var partition = new TopicPartition(record.topic(), record.partition());
                    newest.put(new Key(partition, ByteBuffer.wrap(record.key())), record.offset());
                }
            });
        }
        return newest;
    }
}
