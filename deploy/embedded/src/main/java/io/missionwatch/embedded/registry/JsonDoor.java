package io.missionwatch.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests from this machine, one at a time, and answers them in the contract's media type. */
final class JsonDoor implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(JsonDoor.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_BODY = 8 * 1024 * 1024;
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Set<String> TAKEN =
            Set.of(MEDIA_TYPE, "application/vnd.schemaregistry+json", "application/json", "application/octet-stream");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Routes routes;

    JsonDoor(Routes routes) {
        this.routes = routes;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var status = 200;
            JsonNode answer;
            try {
                answer = answer(exchange);
            } catch (RegistryError e) {
                status = e.status();
                answer = e.toJson();
            } catch (RuntimeException e) {
                LOG.error(
                        "The embedded registry failed at path={}",
                        exchange.getRequestURI().getPath(),
                        e);
                status = 500;
                answer = new RegistryError(50001, "Error in the backend data store").toJson();
            }
            send(exchange, status, answer);
        }
    }

    private JsonNode answer(HttpExchange exchange) throws IOException {
        requireThisMachine(exchange);
        var body = body(exchange);
        synchronized (routes) {
            return routes.answer(exchange.getRequestMethod(), exchange.getRequestURI(), body);
        }
    }

    // A web page of a stranger must not reach it through the user's browser.
    private static void requireThisMachine(HttpExchange exchange) {
        var host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .map(value -> value.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT))
                .orElse("localhost");
        if (!LOOPBACK.contains(host) || exchange.getRequestHeaders().containsKey("Origin")) {
            throw new RegistryError(403, "The embedded registry answers programs on its own machine only");
        }
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new RegistryError(413, "HTTP 413 Request Entity Too Large");
        }
        if (bytes.length == 0) {
            return MissingNode.getInstance();
        }
        requireJson(exchange);
        try {
            var body = JSON.readTree(bytes);
            if (body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException e) {
            throw new RegistryError(400, "HTTP 400 Bad Request: " + e.getOriginalMessage());
        }
        throw new RegistryError(400, "HTTP 400 Bad Request: the body is not a JSON object");
    }

    private static void requireJson(HttpExchange exchange) {
        var type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .map(value -> value.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .orElse(MEDIA_TYPE);
        if (!TAKEN.contains(type)) {
            throw new RegistryError(415, "HTTP 415 Unsupported Media Type");
        }
    }

    private static void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
        var bytes = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", MEDIA_TYPE);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
