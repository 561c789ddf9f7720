package io.missionwatch.runtime.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.missionwatch.runtime.Health;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.settings.SettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Answers {@code /live} and {@code /ready} for whoever runs the service, and {@code /metrics} for Prometheus. It binds to
 * the address it is given and no wider, and answers GET alone.
 */
public final class AdminServer implements Part {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, task -> {
        var thread = new Thread(task, "admin");
        thread.setDaemon(true);
        return thread;
    });
    private final Health health;
    private final PrometheusMeterRegistry metrics;

    private AdminServer(HttpServer server, Health health, PrometheusMeterRegistry metrics) {
        this.server = server;
        this.health = health;
        this.metrics = metrics;
    }

    /**
     * Starts to answer.
     *
     * @param settings where to listen
     * @throws SettingException when the port is in use
     */
    public static AdminServer start(AdminSettings settings, Health health, PrometheusMeterRegistry metrics) {
        var address = settings.address();
        try {
            var admin = new AdminServer(HttpServer.create(address, 0), health, metrics);
            admin.listen();
            return admin;
        } catch (BindException inUse) {
            throw new SettingException("port %d of %s is in use; set admin.port to another"
                    .formatted(address.getPort(), address.getHostString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public String name() {
        return "admin";
    }

    @Override
    public PartState state() {
        return PartState.READY;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void listen() {
        server.createContext("/live", exchange -> answer(exchange, health.isLive() ? 200 : 503, statesAsJson()));
        server.createContext("/ready", exchange -> answer(exchange, health.isReady() ? 200 : 503, statesAsJson()));
        server.createContext("/metrics", exchange -> answer(exchange, 200, metrics.scrape()));
        server.setExecutor(threads);
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            var body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", contentType(text));
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String contentType(String text) {
        return text.startsWith("{") ? "application/json" : "text/plain; version=0.0.4; charset=utf-8";
    }

    private String statesAsJson() {
        return health.states().entrySet().stream()
                .map(entry -> "\"%s\":\"%s\"".formatted(entry.getKey(), escaped(inWords(entry.getValue()))))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String inWords(PartState state) {
        if (state instanceof PartState.Waiting waiting) {
            return "waiting: " + waiting.reason();
        }
        return state instanceof PartState.Failed failed ? "failed: " + failed.reason() : "ready";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }
}
