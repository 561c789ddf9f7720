package io.missionwatch.quickstart.cli;

import io.missionwatch.quickstart.stack.Backbone;
import io.missionwatch.quickstart.stack.Progress;
import io.missionwatch.topics.Layout;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What demo and run have in common: where they listen, and what they run on. */
final class StackOptions {

    private static final int CLUSTER_PARTITIONS = Layout.CLUSTER.sharedPartitions();

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "PORT",
            description =
                    "Where the console page and the API listen, on 127.0.0.1 (${DEFAULT-VALUE}); 0 takes a free one.")
    private int port;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "Use this Kafka cluster instead of a broker in this process; needs --registry.")
    private Optional<String> kafka = Optional.empty();

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "Use this schema registry instead of one in this process; needs --kafka.")
    private Optional<URI> registry = Optional.empty();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "With --kafka: partitions of the shared topics (" + "12).")
    private int partitions = CLUSTER_PARTITIONS;

    @Option(
            names = "--replication",
            paramLabel = "N",
            description = "With --kafka: copies of each partition (3; in-sync copies are one less).")
    private short replication = Layout.CLUSTER.replicationFactor();

    @Option(names = "--no-create-topics", description = "With --kafka: only check that the topics are there.")
    private boolean noCreateTopics;

    /**
     * Checks what was given, before anything starts.
     *
     * @return where to listen; when any free port will do, one that is free now
     * @throws CommandFailure saying what cannot be honoured
     */
    int check() throws IOException {
        if (kafka.isPresent() != registry.isPresent()) {
            throw new CommandFailure("--kafka and --registry go together: give both, or neither for embedded ones");
        }
        var free = Given.port(port);
        kafka.ifPresent(brokers -> new OutsideParts(brokers, registry.orElseThrow()).check());
        return free;
    }

    boolean createTopics() {
        return !noCreateTopics;
    }

    boolean isEmbedded() {
        return kafka.isEmpty();
    }

    Backbone backbone(Path directory, Progress progress) {
        return kafka.isPresent()
                ? Backbone.external(kafka.get(), registry.orElseThrow(), layout())
                : Backbone.embedded(directory, progress);
    }

    private Layout layout() {
        return new Layout(partitions, replication, (short) Math.max(1, replication - 1));
    }
}
