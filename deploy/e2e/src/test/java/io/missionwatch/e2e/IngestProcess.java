package io.missionwatch.e2e;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** An ingest service in a process of its own, to be killed; it tells servers its name as its contact. */
record IngestProcess(int port, CommandProcess command) implements AutoCloseable {

    static IngestProcess start(String name, Path directory, String bootstrap, String registry) throws IOException {
        var state = directory.resolve("state-" + name);
        int port = FreePort.any();
        return new IngestProcess(
                port,
                CommandProcess.start(
                        directory,
                        // It lives for seconds: what the second compiler makes would come too late.
                        List.of("-XX:TieredStopAtLevel=1"),
                        "io.missionwatch.ingest.IngestService",
                        List.of(
                                "--kafka.bootstrap.servers=" + bootstrap,
                                "--schema.registry.url=" + registry,
                                "--state.dir=" + state,
                                "--topics.partitions=6",
                                "--topics.replication=1",
                                "--topics.min-in-sync=1",
                                "--admin.port=" + port,
                                "--door.port=0",
                                "--web.loopback=true",
                                "--web.contact=" + name,
                                "--pages.gap=1ms",
                                "--feed.first-spread=1s")));
    }

    /** Whether it has its share of the work; an error if it ended instead. */
    boolean isReady() throws IOException {
        if (!command.isAlive()) {
            throw new AssertionError("it ended by itself; it printed:\n" + command.text());
        }
        var ready = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/ready").toURL().openConnection();
        try {
            return ready.getResponseCode() == 200;
        } catch (ConnectException notYet) {
            return false;
        } finally {
            ready.disconnect();
        }
    }

    void kill() {
        command.kill();
    }

    @Override
    public void close() {
        command.close();
    }
}
