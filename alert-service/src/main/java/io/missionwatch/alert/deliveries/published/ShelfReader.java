package io.missionwatch.alert.deliveries.published;

import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.kafka.TopicTail;
import io.missionwatch.schema.Alert;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Fills the shelf from the history of alerts, as far back as alerts are kept there, and follows it. */
public final class ShelfReader implements Part, TopicTail.Reader<Alert> {

    private final PublishOrder order;
    private final Shelf shelf;
    private final TopicTail<Alert> tail;
    private volatile boolean whole;

    private ShelfReader(PublishOrder order, Shelf shelf, KafkaSettings settings, AvroSerdes serdes) {
        this.order = order;
        this.shelf = shelf;
        this.tail = new TopicTail<>(
                "published-alerts",
                List.of(TopicCatalogue.ALERT_HISTORY),
                settings,
                serdes.of(Alert.class).deserializer(),
                this);
    }

    /** Starts to read. */
    public static ShelfReader start(PublishOrder order, Shelf shelf, KafkaSettings settings, AvroSerdes serdes) {
        var reader = new ShelfReader(order, shelf, settings, serdes);
        reader.tail.start();
        return reader;
    }

    /** Whether the past has been read once. */
    public boolean isWhole() {
        return whole;
    }

    @Override
    public Optional<Instant> since() {
        return Optional.of(Instant.now().minus(order.keep()));
    }

    @Override
    public void take(ConsumerRecord<String, Alert> record) {
        if (record.value() != null && order.choice().test(record.value())) {
            shelf.put(record.value());
        }
    }

    @Override
    public void caughtUp() {
        whole = true;
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
