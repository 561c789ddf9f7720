package io.missionwatch.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An ingest service in a process of its own; it tells servers its name as its contact. */
final class IngestProcess {

    private IngestProcess() {}

    static ServiceProcess start(String name, Path directory, String bootstrap, String registry) throws IOException {
        return ServiceProcess.start(
                "io.missionwatch.ingest.IngestService",
                directory,
                List.of(
                        "--kafka.bootstrap.servers=" + bootstrap,
                        "--schema.registry.url=" + registry,
                        "--state.dir=" + directory.resolve("state-" + name),
                        "--topics.partitions=6",
                        "--topics.replication=1",
                        "--topics.min-in-sync=1",
                        "--door.port=0",
                        "--web.loopback=true",
                        "--web.contact=" + name,
                        "--pages.gap=1ms",
                        // As if the history of every store were too long for Kafka to move it at once.
                        "--kafka.acceptable.recovery.lag=0",
                        "--feed.first-spread=1s"));
    }
}
