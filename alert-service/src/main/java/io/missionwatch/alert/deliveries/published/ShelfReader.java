package io.missionwatch.alert.deliveries.published;

import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.schema.Alert;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills the shelf from the history of alerts, all partitions in every instance, and follows it. */
public final class ShelfReader implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(ShelfReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final PublishOrder order;
    private final Shelf shelf;
    private final KafkaSettings settings;
    private final AvroSerdes serdes;
    private final Thread thread = new Thread(this::work, "published-alerts");
    private volatile PartState state = new PartState.Waiting("published alerts are being read");
    private volatile boolean whole;
    private volatile boolean closing;

    private ShelfReader(PublishOrder order, Shelf shelf, KafkaSettings settings, AvroSerdes serdes) {
        this.order = order;
        this.shelf = shelf;
        this.settings = settings;
        this.serdes = serdes;
    }

    /** Starts to read. */
    public static ShelfReader start(PublishOrder order, Shelf shelf, KafkaSettings settings, AvroSerdes serdes) {
        var reader = new ShelfReader(order, shelf, settings, serdes);
        reader.thread.setDaemon(true);
        reader.thread.start();
        return reader;
    }

    /** Whether the past has been read once. */
    public boolean isWhole() {
        return whole;
    }

    @Override
    public String name() {
        return "published-alerts";
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

    private void work() {
        while (!closing) {
            try (var consumer = new KafkaConsumer<>(
                    settings.forConsumer(),
                    new StringDeserializer(),
                    serdes.of(Alert.class).deserializer())) {
                follow(consumer);
            } catch (RuntimeException failure) {
                state = new PartState.Waiting("published alerts cannot be read: " + failure.getMessage());
                LOG.warn("Published alerts are read anew because={}", failure.toString());
                pause();
            }
        }
    }

    private void follow(KafkaConsumer<String, Alert> consumer) {
        var partitions = consumer.partitionsFor(TopicCatalogue.ALERT_HISTORY.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        var ends = consumer.endOffsets(partitions);
        seek(consumer, partitions, ends);
        while (!closing) {
            take(consumer);
            if (state != PartState.READY
                    && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                whole = true;
                state = PartState.READY;
            }
        }
    }

    private void seek(
            KafkaConsumer<String, Alert> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        var since = new HashMap<TopicPartition, Long>();
        long oldest = Instant.now().minus(order.keep()).toEpochMilli();
        partitions.forEach(partition -> since.put(partition, oldest));
        consumer.offsetsForTimes(since)
                .forEach((partition, found) ->
                        consumer.seek(partition, found == null ? ends.get(partition) : found.offset()));
    }

    private void take(KafkaConsumer<String, Alert> consumer) {
        try {
            for (var record : consumer.poll(POLL)) {
                if (record.value() != null && order.choice().test(record.value())) {
                    shelf.put(record.value());
                }
            }
        } catch (RecordDeserializationException bad) {
            LOG.warn("Alert left out partition={} offset={}", bad.topicPartition(), bad.offset());
            consumer.seek(bad.topicPartition(), bad.offset() + 1);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
