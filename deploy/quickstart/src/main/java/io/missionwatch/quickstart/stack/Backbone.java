package io.missionwatch.quickstart.stack;

import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.embedded.EmbeddedRegistry;
import io.missionwatch.topics.Layout;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What a stack runs on: a Kafka cluster and a schema registry, in this process or somebody else's.
 *
 * @param bootstrapServers where the brokers are
 * @param registry where the registry is
 * @param layout how topics are laid out on it
 * @param inReverse what to do at the end, in order
 */
public record Backbone(String bootstrapServers, URI registry, Layout layout, List<Runnable> inReverse)
        implements AutoCloseable {

    public Backbone {
        inReverse = List.copyOf(inReverse);
    }

    /** One that somebody else runs; it is left alone at the end. */
    public static Backbone external(String bootstrapServers, URI registry, Layout layout) {
        return new Backbone(bootstrapServers, registry, layout, List.of());
    }

    /**
     * A broker and a registry in this process, on ports of their own.
     *
     * @param directory what they keep; starting again on it goes on with what is there
     */
    public static Backbone embedded(Path directory, Progress progress) {
        var watch = new Stopwatch();
        var broker = EmbeddedBroker.start(directory.resolve("kafka"));
        progress.isUp("Kafka broker on " + broker.bootstrapServers(), watch.lap());
        try {
            var registry = EmbeddedRegistry.start(broker.bootstrapServers());
            progress.isUp("schema registry on " + registry.url(), watch.lap());
            return new Backbone(
                    broker.bootstrapServers(),
                    URI.create(registry.url()),
                    Layout.EMBEDDED,
                    List.of(registry::close, broker::close));
        } catch (RuntimeException failure) {
            broker.close();
            throw failure;
        }
    }

    @Override
    public void close() {
        inReverse.forEach(Runnable::run);
    }
}
