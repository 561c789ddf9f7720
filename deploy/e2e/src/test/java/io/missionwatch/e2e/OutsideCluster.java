package io.missionwatch.e2e;

import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.embedded.EmbeddedRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A Kafka broker and a schema registry in a process of their own, as somebody else would run them. */
record OutsideCluster(CommandProcess process) implements AutoCloseable {

    private static final String READY = "ready ";

    /** Starts both in the directory that is given and prints where they are. */
    public static void main(String[] arguments) throws InterruptedException {
        try (var broker = EmbeddedBroker.start(Path.of(arguments[0]));
                var registry = EmbeddedRegistry.start(broker.bootstrapServers())) {
            System.out.println(READY + broker.bootstrapServers() + " " + registry.url());
            new CountDownLatch(1).await();
        }
    }

    static OutsideCluster start(Path directory) throws IOException {
        var started = new OutsideCluster(CommandProcess.start(
                directory.getParent(), List.of(), OutsideCluster.class.getName(), List.of(directory.toString())));
        Deadline.await("an outside cluster").until(() -> started.process.hasPrinted(READY));
        return started;
    }

    String bootstrapServers() {
        return words()[1];
    }

    String registry() {
        return words()[2];
    }

    private String[] words() {
        return process.printed().stream()
                .filter(line -> line.startsWith(READY))
                .findFirst()
                .orElseThrow()
                .split(" ");
    }

    @Override
    public void close() {
        process.close();
    }
}
