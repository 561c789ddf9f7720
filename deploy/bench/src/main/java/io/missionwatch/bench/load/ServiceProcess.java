package io.missionwatch.bench.load;

import io.missionwatch.embedded.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A service alone in its process, with its own metrics as witnesses. */
record ServiceProcess(JavaProcess process, int port) implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    /** Starts it, and waits until it is ready. */
    static ServiceProcess start(String main, List<String> options, List<String> settings)
            throws IOException, InterruptedException {
        int port = Ports.free(0);
        var arguments = new ArrayList<>(settings);
        arguments.addAll(List.of("--topics.replication=1", "--topics.min-in-sync=1", "--admin.port=" + port));
        var all = new ArrayList<>(options);
        all.add("-Dlogback.configurationFile=bench-logback.xml");
        var started = new ServiceProcess(JavaProcess.start(all, main, arguments), port);
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!started.isReady()) {
            started.process().requireAlive();
            if (System.nanoTime() > deadline) {
                started.close();
                throw new IOException(main + " was not ready within " + READY_WITHIN.toSeconds() + " s");
            }
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
