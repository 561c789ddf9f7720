package io.missionwatch.alert.api;

import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.schema.Alert;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads alerts and their history from the beginning and then follows them, for the view and the stream of this instance.
 * It belongs to no consumer group: every instance reads all partitions.
 */
public final class AlertTail implements Part, StreamClient.Past {

    private static final Logger LOG = LoggerFactory.getLogger(AlertTail.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final int MOST_READERS = 8;
    private static final String ALERTS = TopicCatalogue.ALERTS.name();
    private static final String HISTORY = TopicCatalogue.ALERT_HISTORY.name();

    private final KafkaSettings settings;
    private final AvroSerdes serdes;
    private final AlertView view;
    private final StreamHub hub;
    private final Thread thread = new Thread(this::follow, "alert-tail");
    private volatile PartState state = new PartState.Waiting("alerts are being read");
    private volatile boolean caughtUp;
    private volatile boolean closing;
    private final Semaphore readers = new Semaphore(MOST_READERS);

    private AlertTail(KafkaSettings settings, AvroSerdes serdes, AlertView view, StreamHub hub) {
        this.settings = settings;
        this.serdes = serdes;
        this.view = view;
        this.hub = hub;
    }

    static AlertTail start(KafkaSettings settings, AvroSerdes serdes, AlertView view, StreamHub hub) {
        var tail = new AlertTail(settings, serdes, view, hub);
        tail.thread.setDaemon(true);
        tail.thread.start();
        return tail;
    }

    @Override
    public String name() {
        return "alert-tail";
    }

    @Override
    public PartState state() {
        return state;
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(CLOSE_WITHIN.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        while (!closing) {
            try (var consumer = consumer()) {
                follow(consumer);
            } catch (WakeupException stopped) {
                LOG.debug("Alert tail stopped");
            } catch (RuntimeException failure) {
                state = new PartState.Waiting("alerts cannot be read: " + failure.getMessage());
                LOG.warn("Alert tail failed, starts again because={}", failure.toString());
                pause();
            }
        }
    }

    private void follow(KafkaConsumer<String, Alert> consumer) {
        var partitions = Stream.of(ALERTS, HISTORY)
                .flatMap(topic -> partitionsOf(consumer, topic).stream())
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        hub.startAt(positionOf(consumer.endOffsets(partitionsOf(consumer, HISTORY))));
        var ends = consumer.endOffsets(partitions);
        while (!closing) {
            take(consumer);
            if (state != PartState.READY
                    && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                state = PartState.READY;
                caughtUp = true;
                view.pastIsRead();
                hub.pastIsRead();
            }
        }
    }

    /** Whether the past has been read once, so that the view is whole. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    private void take(KafkaConsumer<String, Alert> consumer) {
        try {
            consumer.poll(POLL).forEach(this::take);
        } catch (RecordDeserializationException bad) {
            LOG.warn("Alert left out topicPartition={} offset={}", bad.topicPartition(), bad.offset());
            consumer.seek(bad.topicPartition(), bad.offset() + 1);
        }
    }

    private void take(ConsumerRecord<String, Alert> record) {
        var alert = Optional.ofNullable(record.value());
        if (record.topic().equals(ALERTS)) {
            alert.ifPresentOrElse(view::put, () -> view.remove(record.key()));
        } else {
            alert.ifPresent(revision -> {
                // The two topics are read side by side: the list must not lag behind the position it is given out with.
                if (caughtUp) {
                    view.put(revision);
                }
                view.addToHistory(revision);
                hub.publish(new StreamedAlert(record.partition(), record.offset(), revision));
            });
        }
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
        var partitions = partitionsOf(consumer, HISTORY);
        var first = consumer.beginningOffsets(partitions);
        var ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        partitions.forEach(partition ->
                consumer.seek(partition, Math.max(first.get(partition), from.startOf(partition.partition()))));
        var wantsMore = true;
        while (wantsMore && !closing && isBefore(consumer, partitions, to)) {
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
            consumer.seek(bad.topicPartition(), bad.offset() + 1);
        }
        return true;
    }

    private static boolean isBefore(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions, Position to) {
        return partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < to.startOf(partition.partition()));
    }

    private static Position positionOf(Map<TopicPartition, Long> offsets) {
        var next = new TreeMap<Integer, Long>();
        offsets.forEach((partition, offset) -> next.put(partition.partition(), offset));
        return new Position(next);
    }

    private static List<TopicPartition> partitionsOf(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private KafkaConsumer<String, Alert> consumer() {
        return new KafkaConsumer<>(
                settings.forConsumer(),
                new StringDeserializer(),
                serdes.of(Alert.class).deserializer());
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
