package io.missionwatch.ingest.websub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.settings.SettingException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers hubs: verifies what they ask back, and hears what they push. It also keeps subscriptions going. */
public final class CallbackServer implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackServer.class);
    private static final int THREADS = 4;
    private static final long STEP_SECONDS = 10;
    private static final int GONE = 410;

    private final HttpServer server;
    private final Subscriptions subscriptions;
    private final int mostBytes;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, CallbackServer::thread);
    private final ScheduledExecutorService steps = Executors.newSingleThreadScheduledExecutor(CallbackServer::thread);

    private CallbackServer(HttpServer server, Subscriptions subscriptions, int mostBytes) {
        this.server = server;
        this.subscriptions = subscriptions;
        this.mostBytes = mostBytes;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "websub");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Starts to answer.
     *
     * @param mostBytes of a push; a longer one is not listened to
     * @throws SettingException when it cannot listen there
     */
    public static CallbackServer start(InetSocketAddress address, Subscriptions subscriptions, int mostBytes) {
        try {
            var started = new CallbackServer(HttpServer.create(address, 0), subscriptions, mostBytes);
            started.server.createContext("/", started::answer);
            started.server.setExecutor(started.threads);
            started.server.start();
            var unused = started.steps.scheduleWithFixedDelay(started::step, 1, STEP_SECONDS, TimeUnit.SECONDS);
            return started;
        } catch (IOException e) {
            throw new SettingException("websub.host and websub.port: cannot listen on " + address);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void step() {
        try {
            subscriptions.step();
        } catch (RuntimeException e) {
            LOG.warn("Subscriptions could not be kept going", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var token = path.substring(path.lastIndexOf('/') + 1);
            switch (exchange.getRequestMethod()) {
                case "GET" -> verify(exchange, token);
                case "POST" -> hear(exchange, token);
                default -> exchange.sendResponseHeaders(405, -1);
            }
        }
    }

    private void verify(HttpExchange exchange, String token) throws IOException {
        var answer =
                subscriptions.verify(token, parameters(exchange.getRequestURI().getRawQuery()));
        if (answer.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        var body = answer.get().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void hear(HttpExchange exchange, String token) throws IOException {
        var signature = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Hub-Signature"))
                .orElse("");
        var body = exchange.getRequestBody().readNBytes(mostBytes + 1);
        boolean known = subscriptions.hear(token, body.length > mostBytes ? "" : signature, body);
        exchange.sendResponseHeaders(known ? 202 : GONE, -1);
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (var part : Optional.ofNullable(query).orElse("").split("&", -1)) {
            int end = part.indexOf('=');
            if (end > 0) {
                parameters.putIfAbsent(decoded(part.substring(0, end)), decoded(part.substring(end + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public String name() {
        return "websub";
    }

    @Override
    public PartState state() {
        return PartState.READY;
    }

    @Override
    public void close() {
        steps.shutdownNow();
        server.stop(0);
        threads.shutdownNow();
    }
}
