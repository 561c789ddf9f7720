package io.missionwatch.ingest.doors;

import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.topics.TopicCatalogue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Looks at {@code news.feeds} and changes it in one step, also between instances and commands: all write in transactions of
 * one name, of which Kafka lets only the newest live, so a change that was decided on something outdated is never committed.
 */
final class FeedDesk implements AutoCloseable {

    private static final String NAME = "missionwatch-feed-desk";
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final KafkaSettings kafka;
    private final FeedTail tail;
    private final ReentrantLock turn = new ReentrantLock();
    private Optional<Seat> seat = Optional.empty();

    FeedDesk(KafkaSettings kafka, FeedTail tail) {
        this.kafka = kafka;
        this.tail = tail;
    }

    /**
     * What was decided.
     *
     * @param answer for who asked
     * @param records to write in one transaction, that of the feed first; empty to change nothing
     */
    record Change<T>(T answer, List<ProducerRecord<byte[], byte[]>> records) {

        Change {
            records = List.copyOf(records);
        }
    }

    /**
     * Changes something, and returns when the tail shows it.
     *
     * @param decide looks at the tail, which has been brought to the end of the topic, and says what to write; asked again
     *     where another desk was quicker
     * @throws KafkaException when Kafka did not take it, or others are not done in time
     */
    <T> T change(Supplier<Change<T>> decide) {
        if (!hasTurn()) {
            throw new KafkaException("other changes of feeds are still under way");
        }
        try {
            return changed(decide);
        } catch (ProducerFencedException | InvalidProducerEpochException | InvalidPidMappingException outdated) {
            // Another desk has changed something since this one did; from now on this one is the newest.
            return changed(decide);
        } finally {
            turn.unlock();
        }
    }

    private boolean hasTurn() {
        try {
            return turn.tryLock(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T changed(Supplier<Change<T>> decide) {
        try {
            var taken = seat.orElseGet(() -> new Seat(kafka));
            seat = Optional.of(taken);
            if (!tail.awaitReached(taken.ends(), WITHIN)) {
                throw new KafkaException("the feeds cannot be read in time");
            }
            var change = decide.get();
            if (!change.records().isEmpty()) {
                tail.await(taken.write(change.records()), WITHIN);
            }
            return change.answer();
        } catch (KafkaException failure) {
            leave();
            throw failure;
        }
    }

    private void leave() {
        seat.ifPresent(Seat::close);
        seat = Optional.empty();
    }

    @Override
    public void close() {
        if (hasTurn()) {
            leave();
            turn.unlock();
        }
    }

    /** What a desk writes and looks with; taking it ends every older transaction of the name. */
    private static final class Seat implements AutoCloseable {

        private final KafkaProducer<byte[], byte[]> producer;
        private final KafkaConsumer<byte[], byte[]> reader;

        Seat(KafkaSettings kafka) {
            producer = new KafkaProducer<>(writing(kafka), new ByteArraySerializer(), new ByteArraySerializer());
            reader = new KafkaConsumer<>(reading(kafka), new ByteArrayDeserializer(), new ByteArrayDeserializer());
            try {
                producer.initTransactions();
            } catch (RuntimeException failure) {
                close();
                throw failure;
            }
        }

        private static Map<String, Object> writing(KafkaSettings kafka) {
            var settings = kafka.forProducer();
            settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, NAME);
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WITHIN.toMillis());
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) WITHIN.toMillis() / 2);
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) WITHIN.toMillis());
            return settings;
        }

        private static Map<String, Object> reading(KafkaSettings kafka) {
            var settings = new HashMap<>(kafka.forConsumer());
            settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) WITHIN.toMillis());
            settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) WITHIN.toMillis() / 2);
            return settings;
        }

        Map<TopicPartition, Long> ends() {
            var topic = TopicCatalogue.FEEDS.name();
            return reader.endOffsets(reader.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
        }

        RecordMetadata write(List<ProducerRecord<byte[], byte[]>> records) {
            producer.beginTransaction();
            var sent = records.stream().map(producer::send).toList();
            producer.commitTransaction();
            return written(sent.get(0));
        }

        private static RecordMetadata written(Future<RecordMetadata> committed) {
            try {
                return committed.get();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted", interrupted);
            } catch (ExecutionException impossibleOnceCommitted) {
                throw new KafkaException(impossibleOnceCommitted);
            }
        }

        @Override
        public void close() {
            producer.close(CLOSE_WITHIN);
            reader.close(CloseOptions.timeout(CLOSE_WITHIN));
        }
    }
}
