package io.missionwatch.alert.deliveries;

import io.missionwatch.alert.deliveries.DeliveryPlan.Planned;
import io.missionwatch.alert.deliveries.outbox.DeliveryLog;
import io.missionwatch.alert.deliveries.outbox.Parcel;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.Delivery;
import io.missionwatch.schema.DeliveryOutcome;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import io.missionwatch.topics.WholeTopic;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Looks into the log of deliveries, and delivers again what an operator picks from it, with the keys of the first time. */
public final class DeliveryReplay {

    private final KafkaSettings kafka;
    private final AvroSerdes serdes;

    /**
     * Which deliveries are meant; what is empty is no condition.
     *
     * @param sink the sink's name
     * @param alertId the alert
     * @param outcome how the last attempt went
     * @param since attempts from this instant on
     */
    public record Query(
            Optional<String> sink, Optional<String> alertId, Optional<DeliveryOutcome> outcome, Instant since)
            implements Predicate<Delivery> {

        @Override
        public boolean test(Delivery delivery) {
            return sink.map(delivery.getSink()::equals).orElse(true)
                    && alertId.map(delivery.getAlertId()::equals).orElse(true)
                    && outcome.map(wanted -> wanted == delivery.getOutcome()).orElse(true)
                    && !delivery.getAt().isBefore(since);
        }
    }

    /** On a cluster. */
    public DeliveryReplay(KafkaSettings kafka, AvroSerdes serdes) {
        this.kafka = kafka;
        this.serdes = serdes;
    }

    /** The last attempt of each delivery, of those that are meant. */
    public List<Delivery> last(Query query) {
        var last = new LinkedHashMap<List<String>, Delivery>();
        read(TopicCatalogue.DELIVERIES, Delivery.class, query.since(), delivery -> {
            var name = List.of(delivery.getSink(), delivery.getDeliveryId());
            // Taken out first, so that the order is that of the last attempts.
            last.remove(name);
            last.put(name, delivery);
        });
        return last.values().stream().filter(query).toList();
    }

    /** Delivers again, once each and in the order of the log; answers how it went. What history no longer keeps is left out. */
    public List<Delivery> replay(Planned receiver, Query query) {
        var name = receiver.order().name();
        var due = last(new Query(Optional.of(name), query.alertId(), query.outcome(), query.since()));
        var revisions = revisions(due);
        var done = new ArrayList<Delivery>();
        try (var log = DeliveryLog.start(kafka, serdes)) {
            for (var delivery : due) {
                var alert = Optional.ofNullable(revisions.get(delivery.getDeliveryId()));
                alert.map(found -> new Parcel(found, delivery.getAttempt() + 1, Optional.empty()))
                        .map(parcel -> DeliveryLog.entry(
                                name,
                                parcel,
                                receiver.sink().deliver(parcel),
                                false,
                                InstantSource.system().instant()))
                        .ifPresent(entry -> {
                            log.write(List.of(entry));
                            done.add(entry);
                        });
            }
        }
        return List.copyOf(done);
    }

    private Map<String, Alert> revisions(List<Delivery> due) {
        var keys = due.stream().map(Delivery::getDeliveryId).toList();
        var revisions = new HashMap<String, Alert>();
        if (!due.isEmpty()) {
            read(TopicCatalogue.ALERT_HISTORY, Alert.class, Instant.EPOCH, alert -> {
                var key = new Parcel(alert, 0, Optional.empty()).key();
                if (keys.contains(key)) {
                    revisions.put(key, alert);
                }
            });
        }
        return revisions;
    }

    private <T extends SpecificRecord> void read(Topic topic, Class<T> type, Instant since, Consumer<T> reader) {
        try (var consumer = new KafkaConsumer<>(
                kafka.forConsumer(), new StringDeserializer(), serdes.of(type).deserializer())) {
            WholeTopic.read(consumer, topic.name(), since, record -> {
                if (record.value() != null) {
                    reader.accept(record.value());
                }
            });
        }
    }
}
