package io.missionwatch.alert.desk;

import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.serde.AvroSerdes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Changes what stands in the control topics. Looking at what stands there and changing it is one step, also between
 * instances: all desks write in transactions of one name, of which Kafka lets only the newest live, so a change that was
 * decided on something outdated is never committed. A change and its entry in the audit trail are one transaction.
 */
public final class ControlDesk {

    private static final Duration READ_WITHIN = Duration.ofSeconds(10);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final KafkaSettings settings;
    private final AvroSerdes serdes;
    private final ControlTail tail;
    private final InstantSource clock;

    public ControlDesk(KafkaSettings settings, AvroSerdes serdes, ControlTail tail, InstantSource clock) {
        this.settings = settings;
        this.serdes = serdes;
        this.tail = tail;
        this.clock = clock;
    }

    /** What stands in the topics. */
    public ControlTail shelf() {
        return tail;
    }

    /**
     * Changes what stands under a key, and returns when this instance shows it.
     *
     * @param decide gets what stands there and says what shall; what it throws ends the change
     * @return what stands there now; empty where it was removed
     * @throws DeskBusy when another change came in between
     * @throws KafkaException when Kafka cannot be reached
     */
    public synchronized <T extends SpecificRecord> Optional<Entry<T>> change(
            DeskTopic<T> topic, String key, Actor who, Function<Optional<Entry<T>>, Change<T>> decide) {
        try (var lease = new Lease(producer())) {
            await(topic, () -> endOf(topic));
            var before = tail.find(topic, key);
            var change = decide.apply(before);
            long version = lease.write(topic, key, who, before, change);
            await(topic, () -> version + 1);
            return change.value().map(value -> new Entry<>(value, version));
        } catch (ProducerFencedException | InvalidProducerEpochException outdated) {
            throw new DeskBusy("another change was made at the same moment; look again and repeat it", outdated);
        }
    }

    private void await(DeskTopic<?> topic, LongSupplier offset) {
        if (!tail.awaitReached(topic, offset.getAsLong(), READ_WITHIN)) {
            throw new KafkaException("what stands in " + topic.topic().name() + " cannot be read in time");
        }
    }

    private long endOf(DeskTopic<?> topic) {
        try (var consumer =
                new KafkaConsumer<>(settings.forConsumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(topic.topic().name(), 0);
            return consumer.endOffsets(java.util.List.of(partition)).get(partition);
        }
    }

    /** Its start ends every older transaction of the name, so that nothing of it can appear any more. */
    private KafkaProducer<String, byte[]> producer() {
        var properties = settings.forProducer();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.applicationId() + "-control-desk");
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, READ_WITHIN.toMillis());
        var producer = new KafkaProducer<>(Map.copyOf(properties), new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return producer;
        } catch (RuntimeException failure) {
            producer.close(CLOSE_WITHIN);
            throw failure;
        }
    }

    private final class Lease implements AutoCloseable {
        private final KafkaProducer<String, byte[]> producer;

        Lease(KafkaProducer<String, byte[]> producer) {
            this.producer = producer;
        }

        <T extends SpecificRecord> long write(
                DeskTopic<T> topic, String key, Actor who, Optional<Entry<T>> before, Change<T> change) {
            var entry = AuditEntries.of(topic, key, who, before.map(Entry::value), change, clock.instant());
            var record = new ProducerRecord<>(topic.topic().name(), key, bytes(topic, change.value()));
            CloudEventHeaders.begin(
                    record.headers(), AuditEntries.SOURCE, "io.missionwatch." + change.action(), entry.getAt());
            producer.beginTransaction();
            var written = producer.send(record);
            var unused = producer.send(AuditEntries.record(entry, serdes));
            producer.commitTransaction();
            try {
                return written.get().offset();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted", interrupted);
            } catch (java.util.concurrent.ExecutionException impossibleOnceCommitted) {
                throw new KafkaException(impossibleOnceCommitted);
            }
        }

        private <T extends SpecificRecord> byte[] bytes(DeskTopic<T> topic, Optional<T> value) {
            return value.map(record -> serdes.of(topic.type())
                            .serializer()
                            .serialize(topic.topic().name(), record))
                    .orElse(null);
        }

        @Override
        public void close() {
            producer.close(CLOSE_WITHIN);
        }
    }
}
