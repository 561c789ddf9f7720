package io.missionwatch.embedded.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/** The registry as a whole: its log, what it knows, and the door to it. */
public final class RegistryServer implements AutoCloseable {
    private static final int THREADS = 4;

    private final SchemasTopic log;
    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, RegistryServer::thread);

    private RegistryServer(SchemasTopic log, HttpServer http) {
        this.log = log;
        this.http = http;
    }

    /**
     * Replays the log and opens the door.
     *
     * @param port of the loopback interface; 0 for any free one
     */
    public static RegistryServer start(String bootstrap, int port)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        answerAtOnce();
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        try {
            var server = new RegistryServer(SchemasTopic.open(bootstrap), http);
            server.open();
            return server;
        } catch (InterruptedException | ExecutionException | TimeoutException | RuntimeException e) {
            http.stop(0);
            throw e;
        }
    }

    // The JDK's server holds small answers back for 40 ms unless told not to before its first use.
    private static void answerAtOnce() {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private void open() {
        try {
            http.createContext("/", new JsonDoor(routes(new Ledger(log))));
            http.setExecutor(threads);
            http.start();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static Routes routes(Ledger ledger) {
        var registrar = new Registrar(ledger);
        var json = JsonNodeFactory.instance;
        var routes = new Routes()
                .on("GET", "/", request -> json.objectNode())
                .on(
                        "GET",
                        "/v1/metadata/version",
                        request -> json.objectNode().put("version", "missionwatch-embedded"));
        new SubjectRoutes(ledger, registrar).addTo(routes);
        new SettingRoutes(ledger, registrar).addTo(routes);
        return routes;
    }

    /** The port that it listens at. */
    public int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        log.close();
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "embedded-registry");
        thread.setDaemon(true);
        return thread;
    }
}
