package io.missionwatch.bench.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The ingest service alone in its process. */
final class IngestProcess {

    /** Heap of the process: what a 512 MiB container leaves to it. */
    private static final List<String> OPTIONS = List.of("-Xmx192m", "-XX:+UseSerialGC");

    private IngestProcess() {}

    /**
     * Starts it and waits until it is ready.
     *
     * @param spread time over which feeds that are written are polled first
     */
    static ServiceProcess start(Path directory, String bootstrap, String registry, Duration spread)
            throws IOException, InterruptedException {
        return ServiceProcess.start(
                "io.missionwatch.ingest.IngestService",
                OPTIONS,
                List.of(
                        "--kafka.bootstrap.servers=" + bootstrap,
                        "--schema.registry.url=" + registry,
                        "--state.dir=" + directory.resolve("state"),
                        "--web.loopback=true",
                        "--feed.first-spread=" + spread.toSeconds() + "s"));
    }
}
