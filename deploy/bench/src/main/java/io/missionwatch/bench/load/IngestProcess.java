package io.missionwatch.bench.load;

import io.missionwatch.quickstart.stack.StackPlan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** The ingest service alone in its process, with its own metrics as witnesses. */
record IngestProcess(JavaProcess process, int port) implements AutoCloseable {

    /** Heap of the process: what a 512 MiB container leaves to it. */
    private static final List<String> OPTIONS =
            List.of("-Xmx192m", "-XX:+UseSerialGC", "-Dlogback.configurationFile=bench-logback.xml");

    /**
     * Starts it and waits until it is ready.
     *
     * @param spread time over which feeds that are written are polled first
     */
    static IngestProcess start(Path directory, String bootstrap, String registry, Duration spread)
            throws IOException, InterruptedException {
        int port = StackPlan.freePort();
        var arguments = List.of(
                "--kafka.bootstrap.servers=" + bootstrap,
                "--schema.registry.url=" + registry,
                "--state.dir=" + directory.resolve("state"),
                "--topics.replication=1",
                "--topics.min-in-sync=1",
                "--admin.port=" + port,
                "--web.loopback=true",
                "--feed.first-spread=" + spread.toSeconds() + "s");
        var started =
                new IngestProcess(JavaProcess.start(OPTIONS, "io.missionwatch.ingest.IngestService", arguments), port);
        while (!started.isReady()) {
            started.process.requireAlive();
            Thread.sleep(200);
        }
        return started;
    }

    private boolean isReady() throws IOException {
        try {
            return get("/ready").getResponseCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private HttpURLConnection get(String path) throws IOException {
        return (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
    }

    /** The value of a metric, by the beginning of its line; empty where it is not there or not known yet. */
    OptionalDouble metric(String start) throws IOException {
        try (var in =
                new BufferedReader(new InputStreamReader(get("/metrics").getInputStream(), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> line.startsWith(start))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .filter(value -> !Double.isNaN(value))
                    .findFirst();
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
