package io.missionwatch.alert.deliveries;

import io.missionwatch.alert.deliveries.outbox.Sink;
import io.missionwatch.alert.deliveries.outbox.SinkOrder;
import io.missionwatch.alert.deliveries.plan.PlanFile;
import io.missionwatch.alert.deliveries.plan.PlanMap;
import io.missionwatch.alert.deliveries.published.PublishOrder;
import io.missionwatch.runtime.kafka.KafkaSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Where the alerts of a service go.
 *
 * @param sinks the receivers, each with the sink that reaches it
 * @param publish what others may fetch
 */
public record DeliveryPlan(List<Planned> sinks, PublishOrder publish) {

    /** Nothing is sent to anybody; what may be fetched is what is fetched without a file. */
    public static final DeliveryPlan NONE =
            new DeliveryPlan(List.of(), PublishOrder.from(PlanFile.parse("publish", "{}")));

    /**
     * A receiver.
     *
     * @param order what every sink is told
     * @param sink brings alerts there
     */
    public record Planned(SinkOrder order, Sink sink) {}

    public DeliveryPlan {
        sinks = List.copyOf(sinks);
    }

    /**
     * Reads the file of deliveries, so that a mistake in it stops the start.
     *
     * @param kafka how the service reaches its own cluster
     * @throws io.missionwatch.runtime.settings.SettingException naming the place that is wrong
     */
    public static DeliveryPlan read(Path file, KafkaSettings kafka) {
        return of(PlanFile.read(file), kafka);
    }

    static DeliveryPlan of(PlanMap root, KafkaSettings kafka) {
        var planned = new ArrayList<Planned>();
        var names = new HashSet<String>();
        try {
            for (var sink : root.maps("sinks")) {
                if (!names.add(sink.find("name").orElse(""))) {
                    throw sink.wrong("name", "is the name of another sink too");
                }
                planned.add(planned(sink, kafka));
            }
            var publish = PublishOrder.from(root.map("publish"));
            root.end();
            return new DeliveryPlan(planned, publish);
        } catch (RuntimeException wrong) {
            planned.forEach(one -> one.sink().close());
            throw wrong;
        }
    }

    /** The receiver of a name. */
    public Optional<Planned> find(String name) {
        return sinks.stream().filter(one -> one.order().name().equals(name)).findFirst();
    }

    private static Planned planned(PlanMap unnamed, KafkaSettings kafka) {
        var sink = unnamed.find("name").map(unnamed::named).orElse(unnamed);
        var order = SinkOrder.from(sink);
        var kind = sink.choice("type", SinkKind.class).orElseThrow(() -> sink.wrong("type", "is missing"));
        var made = kind.make(sink, kafka);
        try {
            sink.end();
            return new Planned(order, made);
        } catch (RuntimeException wrong) {
            made.close();
            throw wrong;
        }
    }
}
