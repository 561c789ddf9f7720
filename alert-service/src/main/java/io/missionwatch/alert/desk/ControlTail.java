package io.missionwatch.alert.desk;

import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.deadletters.Blame;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.kafka.TopicTail;
import io.missionwatch.serde.AvroSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topics of the desk from the beginning, so that this instance can tell what stands in them. Where it has to
 * read anew, it shows what it knew until it has caught up, and never what stood there in between.
 */
public final class ControlTail implements Part, TopicTail.Reader<byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(ControlTail.class);

    private final AvroSerdes serdes;
    private final TopicTail<byte[]> tail;
    private final Object lock = new Object();
    private Map<String, Map<String, Entry<SpecificRecord>>> shown = new HashMap<>();
    private Map<String, Map<String, Entry<SpecificRecord>>> read = new HashMap<>();

    private ControlTail(KafkaSettings settings, AvroSerdes serdes) {
        this.serdes = serdes;
        this.tail = new TopicTail<>(
                "control-tail",
                DeskTopic.all().stream().map(DeskTopic::topic).toList(),
                settings,
                new ByteArrayDeserializer(),
                this);
    }

    /** Starts to read. */
    public static ControlTail start(KafkaSettings settings, AvroSerdes serdes) {
        var tail = new ControlTail(settings, serdes);
        tail.tail.start();
        return tail;
    }

    /** What stands in a topic under a key. */
    public <T extends SpecificRecord> Optional<Entry<T>> find(DeskTopic<T> topic, String key) {
        synchronized (lock) {
            return Optional.ofNullable(of(shown, topic).get(key)).map(entry -> cast(topic, entry));
        }
    }

    /** Everything that stands in a topic, by key. */
    public <T extends SpecificRecord> List<Entry<T>> all(DeskTopic<T> topic) {
        synchronized (lock) {
            return of(shown, topic).values().stream()
                    .map(entry -> cast(topic, entry))
                    .toList();
        }
    }

    /** Waits until everything that stood there at the start has been read. */
    public void awaitWhole(Duration within) {
        if (!tail.awaitCaughtUp(within)) {
            throw new KafkaException("the control topics cannot be read in time");
        }
    }

    /** Waits until everything before an offset of a topic has been read; false where that takes longer. */
    boolean awaitReached(DeskTopic<?> topic, long offset, Duration within) {
        return tail.awaitTaken(Map.of(new TopicPartition(topic.topic().name(), 0), offset), within);
    }

    @Override
    public void begin(Map<TopicPartition, Long> ends) {
        synchronized (lock) {
            read = new HashMap<>();
        }
    }

    @Override
    public void caughtUp() {
        synchronized (lock) {
            shown = read;
        }
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> record) {
        DeskTopic.all().stream()
                .filter(topic -> topic.topic().name().equals(record.topic()) && record.key() != null)
                .findFirst()
                .ifPresent(topic -> take(topic, record));
    }

    private void take(DeskTopic<? extends SpecificRecord> topic, ConsumerRecord<String, byte[]> record) {
        try {
            var value = Optional.<SpecificRecord>ofNullable(
                    serdes.of(topic.type()).deserializer().deserialize(record.topic(), record.value()));
            synchronized (lock) {
                value.ifPresentOrElse(
                        known -> of(read, topic).put(record.key(), new Entry<>(known, record.offset())),
                        () -> of(read, topic).remove(record.key()));
            }
        } catch (RuntimeException unreadable) {
            if (Blame.isOfTheMachine(unreadable)) {
                throw unreadable;
            }
            LOG.warn("Control record left out topic={} offset={}", record.topic(), record.offset());
        }
    }

    private static Map<String, Entry<SpecificRecord>> of(
            Map<String, Map<String, Entry<SpecificRecord>>> entries, DeskTopic<?> topic) {
        return entries.computeIfAbsent(topic.topic().name(), any -> new TreeMap<>());
    }

    private static <T extends SpecificRecord> Entry<T> cast(DeskTopic<T> topic, Entry<SpecificRecord> entry) {
        return new Entry<>(topic.type().cast(entry.value()), entry.version());
    }

    @Override
    public String name() {
        return tail.name();
    }

    @Override
    public PartState state() {
        return tail.state();
    }

    @Override
    public void close() {
        tail.close();
    }
}
