package io.missionwatch.embedded.registry;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The registry's log: a compacted topic of one partition. */
final class SchemasTopic implements AutoCloseable {
    private static final String NAME = "_schemas";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ERROR_IN_STORE = 50001;

    private final String bootstrap;
    private final KafkaProducer<String, String> producer;

    private SchemasTopic(String bootstrap) {
        this.bootstrap = bootstrap;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        0,
                        "request.timeout.ms",
                        5_000,
                        "delivery.timeout.ms",
                        (int) PATIENCE.toMillis(),
                        "max.block.ms",
                        PATIENCE.toMillis()),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Opens the log of a cluster, making the topic if there is none. */
    static SchemasTopic open(String bootstrap) throws InterruptedException, ExecutionException, TimeoutException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            var topic =
                    new NewTopic(NAME, Optional.of(1), Optional.empty()).configs(Map.of("cleanup.policy", "compact"));
            admin.createTopics(List.of(topic)).all().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
        return new SchemasTopic(bootstrap);
    }

    /** Reads the log from its start to its present end. */
    Subjects replay() {
        var subjects = new Subjects();
        var partition = new TopicPartition(NAME, 0);
        try (var consumer = consumer()) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition), PATIENCE).get(partition);
            while (consumer.position(partition, PATIENCE) < end) {
                apply(consumer.poll(Duration.ofMillis(200)), subjects);
            }
        }
        return subjects;
    }

    private KafkaConsumer<String, String> consumer() {
        var configs = Map.<String, Object>of(
                "bootstrap.servers", bootstrap, "enable.auto.commit", false, "fetch.max.wait.ms", 20);
        return new KafkaConsumer<>(configs, new StringDeserializer(), new StringDeserializer());
    }

    private static void apply(ConsumerRecords<String, String> records, Subjects subjects) {
        for (var record : records) {
            LogParser.parse(record.key(), Optional.ofNullable(record.value()))
                    .ifPresent(entry -> entry.applyTo(subjects));
        }
    }

    /**
     * Appends entries and waits until the broker has them.
     *
     * @throws RegistryError if it does not take them in time; they may be in the log nevertheless
     */
    void append(Collection<LogEntry> entries) {
        try {
            var writes = entries.stream()
                    .map(entry -> producer.send(
                            new ProducerRecord<>(NAME, 0, entry.key().toString(), text(entry))))
                    .toList();
            for (var write : writes) {
                write.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryError(ERROR_IN_STORE, "Interrupted while writing the schema to Kafka", e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new RegistryError(ERROR_IN_STORE, "The schema could not be written to Kafka: " + e.getMessage(), e);
        }
    }

    private static String text(LogEntry entry) {
        return entry.value().map(Object::toString).orElse(null);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
