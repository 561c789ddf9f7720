package io.missionwatch.alert.deliveries;

import io.micrometer.core.instrument.MeterRegistry;
import io.missionwatch.alert.deliveries.outbox.DeliveryLog;
import io.missionwatch.alert.deliveries.outbox.DeliveryMeters;
import io.missionwatch.alert.deliveries.outbox.SinkPart;
import io.missionwatch.runtime.KafkaSettings;
import io.missionwatch.runtime.ServiceHost;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.util.List;

/** Puts the sinks of a plan to work as parts of a service. */
public final class Deliveries {

    /** The topics that deliveries read and write, beside the alerts' own. */
    public static final List<Topic> TOPICS =
            List.of(TopicCatalogue.DELIVERIES, TopicCatalogue.ALERT_HISTORY.deadLetter());

    private Deliveries() {}

    /** Starts every sink; each is closed with the service. */
    public static void start(
            ServiceHost host, DeliveryPlan plan, KafkaSettings kafka, AvroSerdes serdes, MeterRegistry metrics) {
        if (plan.sinks().isEmpty()) {
            return;
        }
        var log = host.own(DeliveryLog.start(kafka, serdes));
        for (var planned : plan.sinks()) {
            var meters = new DeliveryMeters(metrics, planned.order().name());
            host.own(SinkPart.start(planned.order(), planned.sink(), kafka, serdes, log, meters));
        }
    }
}
