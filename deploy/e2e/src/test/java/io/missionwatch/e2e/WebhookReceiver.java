package io.missionwatch.e2e;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Takes what a webhook sink posts, and remembers which revisions came under which key. */
final class WebhookReceiver implements AutoCloseable {

    private static final int TAKEN = 204;

    private final HttpServer server;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Set<String>> revisionsOfKey = new ConcurrentHashMap<>();

    private WebhookReceiver(HttpServer server) {
        this.server = server;
        server.createContext("/", this::take);
        server.start();
    }

    static WebhookReceiver start() throws IOException {
        return new WebhookReceiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var alert = json.readTree(exchange.getRequestBody().readAllBytes()).path("data");
            var key = exchange.getRequestHeaders().getFirst("webhook-id");
            revisionsOfKey
                    .computeIfAbsent(key, any -> ConcurrentHashMap.newKeySet())
                    .add(alert.path("alertId").asText() + " "
                            + alert.path("revision").asInt());
            exchange.sendResponseHeaders(TAKEN, -1);
        }
    }

    /** Per key the revisions that came under it: one, however often it came. */
    Map<String, Set<String>> revisionsOfKey() {
        return new TreeMap<>(revisionsOfKey);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
