package io.missionwatch.quickstart.stack;

import io.missionwatch.schema.Alert;
import io.missionwatch.topics.TopicCatalogue;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads every revision of every alert from its topic, as any consumer would, and hands each on as it comes. */
public final class AlertReader implements AutoCloseable {

    /** Where reading starts. */
    public enum From {
        /** At the first alert there is. */
        THE_BEGINNING,
        /** After the alerts that are there already. */
        NOW
    }

    private static final Duration POLL = Duration.ofMillis(250);

    private final KafkaConsumer<String, Alert> consumer;
    private final Consumer<Alert> reader;
    private final Thread thread = new Thread(this::read, "alert-reader");

    private AlertReader(KafkaConsumer<String, Alert> consumer, Consumer<Alert> reader) {
        this.consumer = consumer;
        this.reader = reader;
    }

    /**
     * Starts to read.
     *
     * @param kafka settings of a consumer
     * @param values reads alerts
     * @param reader gets each revision, in the order of its partition, from one thread
     */
    public static AlertReader start(
            Map<String, Object> kafka, Deserializer<Alert> values, From from, Consumer<Alert> reader) {
        var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), values);
        var partitions = consumer.partitionsFor(TopicCatalogue.ALERT_HISTORY.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        switch (from) {
            case THE_BEGINNING -> consumer.seekToBeginning(partitions);
            case NOW -> {
                consumer.seekToEnd(partitions);
                // Seeking is lazy: asking for the position fixes it before this method returns.
                partitions.forEach(consumer::position);
            }
        }
        var alerts = new AlertReader(consumer, reader);
        alerts.thread.setDaemon(true);
        alerts.thread.start();
        return alerts;
    }

    private void read() {
        try (consumer) {
            while (true) {
                consumer.poll(POLL).forEach(revision -> reader.accept(revision.value()));
            }
        } catch (WakeupException closed) {
            // Closing is the only way out.
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(2).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
