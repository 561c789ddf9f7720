package io.missionwatch.alert;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.missionwatch.alert.api.AlertApi;
import io.missionwatch.alert.deliveries.Deliveries;
import io.missionwatch.alert.deliveries.DeliveryPlan;
import io.missionwatch.alert.desk.DeskTopic;
import io.missionwatch.alert.metrics.AlertMetric;
import io.missionwatch.alert.patterns.BuiltInPatterns;
import io.missionwatch.alert.patterns.LivePatterns;
import io.missionwatch.alert.stream.AlertSteps;
import io.missionwatch.alert.stream.LiveControl;
import io.missionwatch.runtime.ServiceHost;
import io.missionwatch.runtime.ServiceMain;
import io.missionwatch.runtime.admin.AdminServer;
import io.missionwatch.runtime.control.ControlDeadLetters;
import io.missionwatch.runtime.control.ControlThread;
import io.missionwatch.runtime.kafka.RegistryPart;
import io.missionwatch.runtime.kafka.StreamsPart;
import io.missionwatch.runtime.kafka.TopicSetup;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.util.List;
import java.util.stream.Stream;

/** Holds events against patterns, keeps the alerts, and shows them to whoever watches. */
public final class AlertService {

    private static final String NAME = "alert";

    private static final List<Topic> TOPICS = Stream.of(AlertTopology.TOPICS, Deliveries.TOPICS, DeskTopic.topics())
            .flatMap(List::stream)
            .distinct()
            .toList();

    private AlertService() {}

    /** Runs the service until it is told to stop. */
    public static void main(String[] arguments) {
        ServiceMain.run(NAME, arguments, AlertConfig.declared(), settings -> start(AlertConfig.from(settings)));
    }

    /** Starts the service. */
    public static ServiceHost start(AlertConfig config) {
        return ServiceHost.start(NAME, host -> {
            var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            host.own(AdminServer.start(config.admin(), host.health(), metrics));
            var plan = config.deliveries()
                    .map(file -> DeliveryPlan.read(file, config.kafka()))
                    .orElse(DeliveryPlan.NONE);
            new TopicSetup(config.kafka()).prepare(host, TOPICS);
            var serdes = RegistryPart.start(host, config.kafka(), TOPICS).serdes();
            var letters = host.own(ControlDeadLetters.start(config.kafka()));
            var builder = host.own(new ControlThread("pattern-builder"));

            var patterns = new LivePatterns(BuiltInPatterns.all(), builder);
            metrics.gauge(
                    AlertMetric.PATTERNS.id(),
                    patterns,
                    live -> live.current().patterns().size());
            var steps = new AlertSteps(
                    LiveControl.with(patterns), config.severity(), config.lifetimes(), config.retention(), metrics);
            var partitions = config.kafka().layout().sharedPartitions();
            var topology = new AlertTopology(steps, serdes, partitions).build(letters);

            host.own(StreamsPart.start(topology, config.kafka(), TopicCatalogue.EVENTS, metrics));
            var feeds = Deliveries.publish(host, plan.publish(), config.kafka(), serdes);
            host.own(AlertApi.start(config.api(), config.kafka(), serdes, feeds, metrics));
            Deliveries.start(host, plan, config.kafka(), serdes, metrics);
        });
    }
}
