package io.missionwatch.alert.deliveries;

import io.javalin.config.RoutesConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.missionwatch.alert.deliveries.outbox.DeliveryLog;
import io.missionwatch.alert.deliveries.outbox.DeliveryMeters;
import io.missionwatch.alert.deliveries.outbox.SinkPart;
import io.missionwatch.alert.deliveries.published.PublishOrder;
import io.missionwatch.alert.deliveries.published.PublishedRoutes;
import io.missionwatch.alert.deliveries.published.Shelf;
import io.missionwatch.alert.deliveries.published.ShelfReader;
import io.missionwatch.alert.deliveries.taxii.TaxiiRoutes;
import io.missionwatch.runtime.ServiceHost;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

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

    /** Publishes alerts for others to fetch; the routes that it gives answer from then on. */
    public static Consumer<RoutesConfig> publish(
            ServiceHost host, PublishOrder order, KafkaSettings kafka, AvroSerdes serdes) {
        var shelf = new Shelf(order.most(), order.keep(), InstantSource.system());
        var reader = host.own(ShelfReader.start(order, shelf, kafka, serdes));
        return routes -> {
            new PublishedRoutes(order, shelf, reader::isWhole).addTo(routes);
            new TaxiiRoutes(order, shelf, reader::isWhole).addTo(routes);
        };
    }
}
