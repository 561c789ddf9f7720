package io.missionwatch.quickstart.cli;

import io.missionwatch.alert.deliveries.DeliveryPlan;
import io.missionwatch.alert.deliveries.DeliveryReplay;
import io.missionwatch.alert.deliveries.DeliveryReplay.Query;
import io.missionwatch.runtime.KafkaSettings;
import io.missionwatch.runtime.Settings;
import io.missionwatch.schema.Delivery;
import io.missionwatch.schema.DeliveryOutcome;
import io.missionwatch.serde.AvroSerdes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what was delivered to whom, and delivers again. */
@Command(
        name = "deliveries",
        description = "List the deliveries of alerts, and deliver again what was given up.",
        mixinStandardHelpOptions = true)
final class DeliveriesCommand {

    @Spec
    private CommandSpec spec;

    /** Where the log is, and which part of it is meant. */
    static final class Selection {

        @Option(names = "--kafka", required = true, paramLabel = "HOST:PORT", description = "The Kafka cluster.")
        private String kafka;

        @Option(names = "--registry", required = true, paramLabel = "URL", description = "Its schema registry.")
        private URI registry;

        @Option(
                names = "--client",
                paramLabel = "NAME=VALUE",
                description = "A setting of Kafka's clients, such as security.protocol=SSL.")
        private Map<String, String> client = new HashMap<>();

        @Option(names = "--sink", paramLabel = "NAME", description = "Deliveries of this sink.")
        private Optional<String> sink = Optional.empty();

        @Option(names = "--alert", paramLabel = "ID", description = "Deliveries of this alert.")
        private Optional<String> alert = Optional.empty();

        @Option(names = "--outcome", paramLabel = "OUTCOME", description = "DELIVERED, RETRY or GIVEN_UP.")
        private Optional<DeliveryOutcome> outcome = Optional.empty();

        @Option(
                names = "--since",
                paramLabel = "TIME",
                description = "Attempts since then, such as 2026-03-02T12:00:00Z.")
        private Instant since = Instant.EPOCH;

        KafkaSettings settings() {
            var given = new HashMap<String, String>();
            client.forEach((name, value) -> given.put("kafka." + name, value));
            given.put("kafka.bootstrap.servers", kafka);
            given.put("schema.registry.url", registry.toString());
            return KafkaSettings.from(Settings.of(given, KafkaSettings.declared()), "missionwatch-alert");
        }
    }

    @Command(description = "Print the last attempt of each delivery, a line each.", mixinStandardHelpOptions = true)
    int list(@Mixin Selection selection) {
        var kafka = selection.settings();
        try (var serdes = new AvroSerdes(kafka.registry())) {
            var query = new Query(selection.sink, selection.alert, selection.outcome, selection.since);
            print(new DeliveryReplay(kafka, serdes).last(query));
        }
        return 0;
    }

    @Command(
            description = {
                "Deliver again, with the same keys: without --outcome what was given up.",
                "Exit code 1 when not all of it was taken."
            },
            mixinStandardHelpOptions = true)
    int replay(
            @Mixin Selection selection,
            @Option(
                            names = "--deliveries",
                            required = true,
                            paramLabel = "FILE",
                            description = "The file of deliveries of the service.")
                    Path file) {
        var name = selection.sink.orElseThrow(() -> new CommandFailure("--sink is missing: the sink to deliver to"));
        var kafka = selection.settings();
        var plan = DeliveryPlan.read(file, kafka);
        try (var serdes = new AvroSerdes(kafka.registry())) {
            var receiver = plan.find(name).orElseThrow(() -> new CommandFailure("no sink '" + name + "' in " + file));
            var outcome = selection.outcome.or(() -> Optional.of(DeliveryOutcome.GIVEN_UP));
            var query = new Query(selection.sink, selection.alert, outcome, selection.since);
            var done = new DeliveryReplay(kafka, serdes).replay(receiver, query);
            print(done);
            return done.stream().allMatch(one -> one.getOutcome() == DeliveryOutcome.DELIVERED) ? 0 : 1;
        } finally {
            plan.sinks().forEach(one -> one.sink().close());
        }
    }

    private void print(List<Delivery> deliveries) {
        var out = spec.commandLine().getOut();
        deliveries.forEach(one -> out.println("%s  %s  %s  attempt %d  %s%s"
                .formatted(
                        one.getAt(),
                        one.getSink(),
                        one.getDeliveryId(),
                        one.getAttempt(),
                        one.getOutcome(),
                        Optional.ofNullable(one.getError())
                                .map(error -> "  " + error)
                                .orElse(""))));
    }
}
