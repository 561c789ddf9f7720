package io.missionwatch.alert.api;

import io.missionwatch.runtime.deadletters.Blame;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.schema.Alert;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads from Kafka what clients of the stream have missed and this instance has not in memory, for a few at a time. */
final class AlertPast implements StreamClient.Past {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MOST_READERS = 8;
    private static final String HISTORY = TopicCatalogue.ALERT_HISTORY.name();

    private final KafkaSettings settings;
    private final Deserializer<Alert> values;
    private final Semaphore readers = new Semaphore(MOST_READERS);

    AlertPast(KafkaSettings settings, AvroSerdes serdes) {
        this.settings = settings;
        this.values = serdes.of(Alert.class).deserializer();
    }

    @Override
    public Optional<String> read(Position from, Position to, Predicate<StreamedAlert> reader) {
        try {
            readers.acquire();
            try (var consumer = consumer()) {
                return read(consumer, from, to, reader);
            } finally {
                readers.release();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<String> read(
            KafkaConsumer<String, Alert> consumer, Position from, Position to, Predicate<StreamedAlert> reader) {
        var partitions = partitionsOf(consumer);
        var first = consumer.beginningOffsets(partitions);
        var ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        partitions.forEach(partition ->
                consumer.seek(partition, Math.max(first.get(partition), from.startOf(partition.partition()))));
        var wantsMore = true;
        while (wantsMore && isBefore(consumer, partitions, to)) {
            wantsMore = readSome(consumer, reader);
        }
        if (partitions.stream().anyMatch(each -> from.startOf(each.partition()) > ends.get(each))) {
            return Optional.of("the position is not of this history");
        }
        return partitions.stream().anyMatch(each -> isLost(from.startOf(each.partition()), first.get(each)))
                ? Optional.of("the history does not reach back to the position any more")
                : Optional.empty();
    }

    /** A partition that the position does not know is new to it and may begin anywhere. */
    private static boolean isLost(long start, long first) {
        return start > 0 && start < first;
    }

    private static boolean readSome(KafkaConsumer<String, Alert> consumer, Predicate<StreamedAlert> reader) {
        try {
            for (var record : consumer.poll(POLL)) {
                if (record.value() != null
                        && !reader.test(new StreamedAlert(record.partition(), record.offset(), record.value()))) {
                    return false;
                }
            }
        } catch (RecordDeserializationException bad) {
            if (Blame.isOfTheMachine(bad)) {
                throw bad;
            }
            consumer.seek(bad.topicPartition(), bad.offset() + 1);
        }
        return true;
    }

    private static boolean isBefore(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions, Position to) {
        return partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < to.startOf(partition.partition()));
    }

    private static List<TopicPartition> partitionsOf(KafkaConsumer<?, ?> consumer) {
        return consumer.partitionsFor(HISTORY).stream()
                .map(partition -> new TopicPartition(HISTORY, partition.partition()))
                .toList();
    }

    private KafkaConsumer<String, Alert> consumer() {
        return new KafkaConsumer<>(settings.forConsumer(), new StringDeserializer(), values);
    }
}
