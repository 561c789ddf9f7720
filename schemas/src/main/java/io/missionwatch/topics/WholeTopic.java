package io.missionwatch.topics;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads all that a topic holds when the reading starts, and no further. */
public final class WholeTopic {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private WholeTopic() {}

    /**
     * Hands on each record, partition by partition, in their order.
     *
     * @param consumer of committed records; it is assigned the topic's partitions
     * @throws TimeoutException when records that are there do not come for 30 seconds
     */
    public static <K, V> void read(
            Consumer<K, V> consumer, String topic, java.util.function.Consumer<ConsumerRecord<K, V>> reader) {
        read(consumer, topic, Instant.EPOCH, reader);
    }

    /**
     * The same from the first record of each partition on that is stamped with a time or a later one. Stamps need not rise:
     * what follows may be older again.
     *
     * @throws TimeoutException when records that are there do not come for 30 seconds
     */
    public static <K, V> void read(
            Consumer<K, V> consumer,
            String topic,
            Instant since,
            java.util.function.Consumer<ConsumerRecord<K, V>> reader) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
        var ends = consumer.endOffsets(partitions);
        for (var partition : partitions) {
            consumer.assign(List.of(partition));
            seek(consumer, partition, since, ends.get(partition));
            read(consumer, partition, ends.get(partition), reader);
        }
    }

    private static void seek(Consumer<?, ?> consumer, TopicPartition partition, Instant since, long end) {
        if (since.equals(Instant.EPOCH)) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            var first = consumer.offsetsForTimes(Map.of(partition, since.toEpochMilli()))
                    .get(partition);
            consumer.seek(partition, first == null ? end : first.offset());
        }
    }

    private static <K, V> void read(
            Consumer<K, V> consumer,
            TopicPartition partition,
            long end,
            java.util.function.Consumer<ConsumerRecord<K, V>> reader) {
        var heard = Instant.now();
        while (consumer.position(partition) < end) {
            var polled = consumer.poll(POLL);
            for (var record : polled) {
                if (record.offset() < end) {
                    reader.accept(record);
                }
            }
            heard = polled.isEmpty() ? heard : Instant.now();
            if (heard.plus(LONGEST_SILENCE).isBefore(Instant.now())) {
                throw new TimeoutException("nothing comes from " + partition + " any more");
            }
        }
    }

    /** The newest value of each key of a compacted topic, without the keys that were deleted. */
    public static <K, V> SortedMap<K, V> newest(Consumer<K, V> consumer, String topic) {
        var newest = new TreeMap<K, V>();
        read(consumer, topic, record -> {
            if (record.value() == null) {
                newest.remove(record.key());
            } else {
                newest.put(record.key(), record.value());
            }
        });
        return newest;
    }
}
