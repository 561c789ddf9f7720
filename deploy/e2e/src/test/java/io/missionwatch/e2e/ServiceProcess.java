package io.missionwatch.e2e;

import io.missionwatch.embedded.Ports;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A service in a process of its own, to be killed. */
record ServiceProcess(int port, CommandProcess command) implements AutoCloseable {

    /** Starts its main class with these settings. */
    static ServiceProcess start(String main, Path directory, List<String> settings) throws IOException {
        int port = Ports.free(0);
        var all = new ArrayList<>(settings);
        all.add("--admin.port=" + port);
        // It lives for seconds: what the second compiler makes would come too late.
        var options = List.of("-XX:TieredStopAtLevel=1");
        return new ServiceProcess(port, CommandProcess.start(directory, options, main, all));
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
