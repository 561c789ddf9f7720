package io.missionwatch.alert.api;

import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.kafka.TopicTail;
import io.missionwatch.schema.Alert;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Follows alerts and their history from the beginning, for the view and the stream of this instance. */
final class AlertTail implements Part, TopicTail.Reader<Alert> {

    private static final String ALERTS = TopicCatalogue.ALERTS.name();
    private static final String HISTORY = TopicCatalogue.ALERT_HISTORY.name();

    private final AlertView view;
    private final StreamHub hub;
    private final TopicTail<Alert> tail;
    private volatile boolean caughtUp;

    private AlertTail(KafkaSettings settings, AvroSerdes serdes, AlertView view, StreamHub hub) {
        this.view = view;
        this.hub = hub;
        this.tail = new TopicTail<>(
                "alert-tail",
                List.of(TopicCatalogue.ALERTS, TopicCatalogue.ALERT_HISTORY),
                settings,
                serdes.of(Alert.class).deserializer(),
                this);
    }

    static AlertTail start(KafkaSettings settings, AvroSerdes serdes, AlertView view, StreamHub hub) {
        var tail = new AlertTail(settings, serdes, view, hub);
        tail.tail.start();
        return tail;
    }

    /** Whether the past has been read once, so that the view is whole. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    public void begin(Map<TopicPartition, Long> ends) {
        hub.startAt(endOfHistory(ends));
    }

    @Override
    public void take(ConsumerRecord<String, Alert> record) {
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
    public void caughtUp() {
        caughtUp = true;
        view.pastIsRead();
        hub.pastIsRead();
    }

    private static Position endOfHistory(Map<TopicPartition, Long> ends) {
        var next = new TreeMap<Integer, Long>();
        ends.forEach((partition, end) -> {
            if (partition.topic().equals(HISTORY)) {
                next.put(partition.partition(), end);
            }
        });
        return new Position(next);
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
