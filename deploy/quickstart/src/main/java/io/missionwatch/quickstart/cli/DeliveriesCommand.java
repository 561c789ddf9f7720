package io.missionwatch.quickstart.cli;

import io.missionwatch.alert.deliveries.DeliveryPlan;
import io.missionwatch.alert.deliveries.DeliveryReplay;
import io.missionwatch.alert.deliveries.DeliveryReplay.Query;
import io.missionwatch.schema.Delivery;
import io.missionwatch.schema.DeliveryOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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

    /** Which deliveries are meant. */
    static final class Selection {

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
    }

    @Command(description = "Print the last attempt of each delivery, a line each.", mixinStandardHelpOptions = true)
    int list(@Mixin ClusterOptions options, @Mixin Selection selection) throws IOException {
        try (var cluster = options.connect()) {
            var query = new Query(selection.sink, selection.alert, selection.outcome, selection.since);
            print(new DeliveryReplay(cluster.kafka(), cluster.serdes()).last(query));
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
            @Mixin ClusterOptions options,
            @Mixin Selection selection,
            @Option(
                            names = "--deliveries",
                            required = true,
                            paramLabel = "FILE",
                            description = "The file of deliveries of the service.")
                    Path file)
            throws IOException {
        var name = selection.sink.orElseThrow(() -> new CommandFailure("--sink is missing: the sink to deliver to"));
        try (var cluster = options.connect()) {
            var plan = DeliveryPlan.read(file, cluster.kafka());
            try {
                var receiver =
                        plan.find(name).orElseThrow(() -> new CommandFailure("no sink '" + name + "' in " + file));
                var outcome = selection.outcome.or(() -> Optional.of(DeliveryOutcome.GIVEN_UP));
                var query = new Query(selection.sink, selection.alert, outcome, selection.since);
                var done = new DeliveryReplay(cluster.kafka(), cluster.serdes()).replay(receiver, query);
                print(done);
                return done.stream().allMatch(one -> one.getOutcome() == DeliveryOutcome.DELIVERED) ? 0 : 1;
            } finally {
                plan.sinks().forEach(one -> one.sink().close());
            }
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
