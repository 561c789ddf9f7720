package io.missionwatch.runtime.kafka;

import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.WorkerPart;
import io.missionwatch.runtime.deadletters.Blame;
import io.missionwatch.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what topics hold and then follows them, for this instance alone: all their partitions, as a member of no consumer
 * group. It is ready once it has read all that was there when it began; after a failure it begins anew.
 *
 * @param <V> type of the values
 */
public final class TopicTail<V> implements Part {

    /**
     * Takes what is read, on one thread.
     *
     * @param <V> type of the values
     */
    public interface Reader<V> {

        /** How old the first records are that it wants; all there are where it does not say. */
        default Optional<Instant> since() {
            return Optional.empty();
        }

        /** Reading begins, also anew after a failure: what was there ends before these offsets. */
        default void begin(Map<TopicPartition, Long> ends) {}

        /** Takes a record; its value is null where the key was removed. */
        void take(ConsumerRecord<String, V> record);

        /** All that was there when reading began has been taken. */
        default void caughtUp() {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final List<Topic> topics;
    private final Supplier<Consumer<String, V>> consumers;
    private final Reader<V> reader;
    private final WorkerPart worker;
    private final Map<TopicPartition, Long> taken = new ConcurrentHashMap<>();
    private volatile boolean caughtUp;

    /**
     * A tail that has not begun.
     *
     * @param name of the part
     * @param values reads values; a record that it cannot read is left out, unless the machine is to blame
     */
    public TopicTail(
            String name, List<Topic> topics, KafkaSettings settings, Deserializer<V> values, Reader<V> reader) {
        this(name, topics, () -> new KafkaConsumer<>(settings.forConsumer(), new StringDeserializer(), values), reader);
    }

    TopicTail(String name, List<Topic> topics, Supplier<Consumer<String, V>> consumers, Reader<V> reader) {
        this.topics = List.copyOf(topics);
        this.consumers = consumers;
        this.reader = reader;
        this.worker = new WorkerPart(name, "reading " + names(topics), CLOSE_WITHIN, this::follow);
    }

    /** Begins to read. */
    public void start() {
        worker.start();
    }

    private static String names(List<Topic> topics) {
        return topics.stream().map(Topic::name).collect(Collectors.joining(", "));
    }

    /** Waits until it has caught up; answers whether it has. */
    public boolean awaitCaughtUp(Duration atMost) {
        return await(() -> caughtUp, atMost);
    }

    /** Waits until it has caught up and taken all records of these partitions before these offsets; answers whether it has. */
    public boolean awaitTaken(Map<TopicPartition, Long> offsets, Duration atMost) {
        return await(() -> caughtUp && hasTaken(offsets), atMost);
    }

    private boolean hasTaken(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .allMatch(offset -> taken.getOrDefault(offset.getKey(), -1L) >= offset.getValue());
    }

    private synchronized boolean await(BooleanSupplier condition, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0 || worker.isClosing()) {
                    return false;
                }
                wait(left);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void follow(WorkerPart part) {
        try (var consumer = consumers.get()) {
            var ends = begin(consumer);
            while (!part.isClosing()) {
                take(consumer);
                note(consumer, ends);
            }
        } finally {
            caughtUp = false;
            taken.clear();
        }
    }

    private Map<TopicPartition, Long> begin(Consumer<String, V> consumer) {
        var partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        var ends = consumer.endOffsets(partitions);
        reader.since()
                .ifPresentOrElse(oldest -> seek(consumer, oldest, ends), () -> consumer.seekToBeginning(partitions));
        reader.begin(ends);
        return ends;
    }

    private static void seek(Consumer<?, ?> consumer, Instant oldest, Map<TopicPartition, Long> ends) {
        var since = ends.keySet().stream().collect(Collectors.toMap(each -> each, each -> oldest.toEpochMilli()));
        consumer.offsetsForTimes(since)
                .forEach((partition, found) ->
                        consumer.seek(partition, found == null ? ends.get(partition) : found.offset()));
    }

    private void take(Consumer<String, V> consumer) {
        try {
            consumer.poll(POLL).forEach(reader::take);
        } catch (RecordDeserializationException bad) {
            if (Blame.isOfTheMachine(bad)) {
                throw bad;
            }
            LOG.warn("Record left out partition={} offset={}", bad.topicPartition(), bad.offset());
            consumer.seek(bad.topicPartition(), bad.offset() + 1);
        }
    }

    private void note(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        ends.keySet().forEach(partition -> taken.put(partition, consumer.position(partition)));
        if (!caughtUp && hasTaken(ends)) {
            reader.caughtUp();
            caughtUp = true;
            worker.ready();
        }
        wake();
    }

    private synchronized void wake() {
        notifyAll();
    }

    @Override
    public String name() {
        return worker.name();
    }

    @Override
    public PartState state() {
        return worker.state();
    }

    @Override
    public void close() {
        worker.close();
        wake();
    }
}
