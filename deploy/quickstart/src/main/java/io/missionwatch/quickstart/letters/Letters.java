package io.missionwatch.quickstart.letters;

import io.missionwatch.quickstart.stack.Cluster;
import io.missionwatch.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the dead letters of a cluster. */
public final class Letters {

    private static final Duration POLL = Duration.ofMillis(200);

    private Letters() {}

    /** Hands on each letter that a filter takes, topic by topic, in the order of its partition. */
    public static void read(Cluster cluster, LetterFilter filter, Consumer<Letter> reader) {
        try (var consumer = new KafkaConsumer<>(
                cluster.kafka().forConsumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.listTopics().keySet().stream()
                    .filter(topic -> topic.endsWith(Topic.DEAD_LETTER_SUFFIX) && filter.takes(topic))
                    .sorted()
                    .forEach(topic -> read(consumer, topic, record -> {
                        if (filter.takes(record)) {
                            reader.accept(record);
                        }
                    }));
        }
    }

    private static void read(KafkaConsumer<byte[], byte[]> consumer, String topic, Consumer<Letter> reader) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        var ends = consumer.endOffsets(partitions);
        for (var partition : partitions) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = ends.get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(POLL).forEach(record -> reader.accept(new Letter(record)));
            }
        }
    }

    /** Bytes of a header as text; what came from elsewhere may be anything. */
    static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
