package io.missionwatch.quickstart.stack;

import io.missionwatch.embedded.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What a stack is to be.
 *
 * @param directory where the services keep their state
 * @param port where the alert API and the page listen, on loopback
 * @param doorPort where ingest takes articles and changes of feeds, on loopback
 * @param createTopics whether missing topics are created
 * @param loopbackFeeds whether feeds of this very machine may be read, as the demo's are
 */
public record StackPlan(Path directory, int port, int doorPort, boolean createTopics, boolean loopbackFeeds) {

    /** One whose ingest takes a free port. */
    public StackPlan(Path directory, int port, boolean createTopics, boolean loopbackFeeds) {
        this(directory, port, Ports.free(0), createTopics, loopbackFeeds);
    }

    /** Where ingest takes articles and changes of feeds. */
    public URI door() {
        return URI.create("http://127.0.0.1:" + doorPort);
    }

    /** How everything reaches Kafka and the registry. */
    Map<String, String> kafka(Backbone backbone) {
        var layout = backbone.layout();
        return Map.of(
                "kafka.bootstrap.servers", backbone.bootstrapServers(),
                "schema.registry.url", backbone.registry().toString(),
                "state.dir", directory.resolve("state").toString(),
                "topics.create", Boolean.toString(createTopics),
                "topics.partitions", Integer.toString(layout.sharedPartitions()),
                "topics.replication", Short.toString(layout.replicationFactor()),
                "topics.min-in-sync", Short.toString(layout.minInSyncReplicas()));
    }

    /** The settings that all services share: health and metrics at a port of their own choice. */
    Map<String, String> common(Backbone backbone) {
        return with(kafka(backbone), "admin.port", "0");
    }

    /** A few feeds need no spreading; pages of this very machine need no pause between them. */
    Map<String, String> ingest(Backbone backbone) {
        var settings = with(with(common(backbone), "feed.first-spread", "0s"), "door.port", Integer.toString(doorPort));
        return loopbackFeeds ? with(with(settings, "web.loopback", "true"), "pages.gap", "0s") : settings;
    }

    Map<String, String> alert(Backbone backbone) {
        return with(common(backbone), "api.port", Integer.toString(port));
    }

    private static Map<String, String> with(Map<String, String> common, String name, String value) {
        var all = new HashMap<>(common);
        all.put(name, value);
        return all;
    }

    /** How long a stack may take to stop before it is left to itself. */
    static Duration closesWithin() {
        return Duration.ofSeconds(5);
    }
}
