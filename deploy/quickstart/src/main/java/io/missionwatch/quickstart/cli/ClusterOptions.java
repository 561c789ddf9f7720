package io.missionwatch.quickstart.cli;

import io.missionwatch.quickstart.stack.Cluster;
import io.missionwatch.quickstart.stack.Whereabouts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Option;

/** Which running stack a command speaks to, and in whose name. */
final class ClusterOptions {

    @Option(
            names = "--data",
            defaultValue = "data/run",
            paramLabel = "DIR",
            description = "Speak to the run with this data (${DEFAULT-VALUE}).")
    private Path directory;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "Speak to this Kafka cluster instead; needs --registry.")
    private Optional<String> kafka = Optional.empty();

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "The schema registry of that cluster; needs --kafka.")
    private Optional<URI> registry = Optional.empty();

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "Settings of Kafka's clients and of the registry, such as logins, as Java properties.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = "Who makes a change, for the audit; the name of this login if not given.")
    private Optional<String> by = Optional.empty();

    Cluster connect() throws IOException {
        return connectAs("missionwatch-cli");
    }

    /** In the name of a service, where only one of a name may write at a time. */
    Cluster connectAs(String applicationId) throws IOException {
        if (kafka.isPresent() != registry.isPresent()) {
            throw new CommandFailure("--kafka and --registry go together");
        }
        var settings = settings(config);
        settings.putIfAbsent("application.id", applicationId);
        if (kafka.isPresent()) {
            return Cluster.of(kafka.get(), registry.orElseThrow(), settings);
        }
        var running = Whereabouts.read(directory);
        return Cluster.of(running.bootstrapServers(), running.registry(), settings);
    }

    String by() {
        return by.orElseGet(() -> System.getProperty("user.name", "operator"));
    }

    /** What a file with settings of clients says. */
    static Map<String, String> settings(Optional<Path> config) throws IOException {
        var settings = new HashMap<String, String>();
        if (config.isPresent()) {
            var properties = new Properties();
            try (var text = Files.newBufferedReader(config.get())) {
                properties.load(text);
            }
            properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        }
        return settings;
    }
}
