package io.missionwatch.e2e;

import io.missionwatch.embedded.ClusterProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A Kafka broker and a schema registry in a process of their own, as somebody else would run them. */
record OutsideCluster(CommandProcess process) implements AutoCloseable {

    static OutsideCluster start(Path directory) throws IOException {
        var started = new OutsideCluster(CommandProcess.start(
                directory.getParent(), List.of(), ClusterProcess.class.getName(), List.of(directory.toString())));
        // The registry starts last.
        Deadline.await("an outside cluster")
                .until(() -> started.printed("http://").isPresent());
        return started;
    }

    String bootstrapServers() {
        return printed("127.0.0.1:").orElseThrow();
    }

    String registry() {
        return printed("http://").orElseThrow();
    }

    private Optional<String> printed(String start) {
        return process.printed().stream().filter(line -> line.startsWith(start)).findFirst();
    }

    @Override
    public void close() {
        process.close();
    }
}
