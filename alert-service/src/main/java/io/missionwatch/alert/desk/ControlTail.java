package io.missionwatch.alert.desk;

import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.serde.AvroSerdes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the control topics from the beginning and then follows them, so that this instance can tell what stands in them. */
public final class ControlTail implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(ControlTail.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaSettings settings;
    private final AvroSerdes serdes;
    private final Thread thread = new Thread(this::follow, "control-tail");
    private final Map<String, TreeMap<String, Entry<SpecificRecord>>> entries = new HashMap<>();
    private final Map<String, Long> reached = new HashMap<>();
    private volatile PartState state = new PartState.Waiting("control topics are being read");
    private volatile boolean closing;

    private ControlTail(KafkaSettings settings, AvroSerdes serdes) {
        this.settings = settings;
        this.serdes = serdes;
    }

    /** Starts to read. */
    public static ControlTail start(KafkaSettings settings, AvroSerdes serdes) {
        var tail = new ControlTail(settings, serdes);
        tail.thread.setDaemon(true);
        tail.thread.start();
        return tail;
    }

    /** What stands in a topic under a key. */
    public <T extends SpecificRecord> Optional<Entry<T>> find(DeskTopic<T> topic, String key) {
        synchronized (entries) {
            return Optional.ofNullable(of(topic).get(key)).map(entry -> cast(topic, entry));
        }
    }

    /** Everything that stands in a topic, by key. */
    public <T extends SpecificRecord> List<Entry<T>> all(DeskTopic<T> topic) {
        synchronized (entries) {
            return of(topic).values().stream().map(entry -> cast(topic, entry)).toList();
        }
    }

    /** Waits until everything that stood there at the start has been read. */
    public void awaitWhole(Duration within) {
        var deadline = Instant.now().plus(within);
        while (state != PartState.READY) {
            if (Instant.now().isAfter(deadline)) {
                throw new KafkaException("the control topics cannot be read in time");
            }
            LockSupport.parkNanos(POLL.toNanos() / 2);
        }
    }

    /** Waits until everything before an offset of a topic has been read; false where that takes longer. */
    boolean awaitReached(DeskTopic<?> topic, long offset, Duration within) throws InterruptedException {
        var deadline = Instant.now().plus(within);
        synchronized (entries) {
            while (reached.getOrDefault(topic.topic().name(), -1L) < offset) {
                long left = Duration.between(Instant.now(), deadline).toMillis();
                if (left <= 0) {
                    return false;
                }
                entries.wait(left);
            }
            return true;
        }
    }

    @Override
    public String name() {
        return "control-tail";
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
            try (var consumer = new KafkaConsumer<>(
                    settings.forConsumer(), new StringDeserializer(), new ByteArrayDeserializer())) {
                follow(consumer);
            } catch (KafkaException failure) {
                state = new PartState.Waiting("control topics cannot be read: " + failure.getMessage());
                LOG.warn("Control tail failed, starts again because={}", failure.toString());
                pause();
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> consumer) {
        var partitions = DeskTopic.all().stream()
                .map(topic -> new TopicPartition(topic.topic().name(), 0))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (!closing) {
            consumer.poll(POLL).forEach(this::take);
            noteReached(consumer, partitions);
            if (state != PartState.READY
                    && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                state = PartState.READY;
            }
        }
    }

    private void noteReached(KafkaConsumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
        synchronized (entries) {
            partitions.forEach(partition -> reached.put(partition.topic(), consumer.position(partition)));
            entries.notifyAll();
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        DeskTopic.all().stream()
                .filter(topic -> topic.topic().name().equals(record.topic()))
                .findFirst()
                .ifPresent(topic -> take(topic, record));
    }

    private void take(DeskTopic<? extends SpecificRecord> topic, ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            return;
        }
        try {
            var value = Optional.<SpecificRecord>ofNullable(
                    serdes.of(topic.type()).deserializer().deserialize(record.topic(), record.value()));
            synchronized (entries) {
                value.ifPresentOrElse(
                        known -> of(topic).put(record.key(), new Entry<>(known, record.offset())),
                        () -> of(topic).remove(record.key()));
            }
        } catch (RuntimeException unreadable) {
            LOG.warn("Control record left out topic={} offset={}", record.topic(), record.offset());
        }
    }

    private Map<String, Entry<SpecificRecord>> of(DeskTopic<?> topic) {
        return entries.computeIfAbsent(topic.topic().name(), any -> new TreeMap<>());
    }

    private static <T extends SpecificRecord> Entry<T> cast(DeskTopic<T> topic, Entry<SpecificRecord> entry) {
        return new Entry<>(topic.type().cast(entry.value()), entry.version());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
