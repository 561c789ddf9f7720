package io.missionwatch.alert.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Asks the API as a console would, and holds every answer to the description of the API. */
final class Console {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Map<JsonNode, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private final String base;
    private final String token;
    private final Set<String> asked = new LinkedHashSet<>();

    Console(int port, String token) {
        this.base = "http://127.0.0.1:" + port;
        this.token = token;
    }

    /** An answer. */
    record Answer(int status, String text, JsonNode json, String etag) {}

    Answer get(String path, String... headers) {
        return ask("GET", path, "", headers);
    }

    Answer post(String path, String body, String... headers) {
        return ask("POST", path, body, headers);
    }

    Answer put(String path, String body, String... headers) {
        return ask("PUT", path, body, headers);
    }

    Answer patch(String path, String body, String... headers) {
        return ask("PATCH", path, body, headers);
    }

    Answer delete(String path, String... headers) {
        return ask("DELETE", path, "", headers);
    }

    /** The routes that were asked and answered, as the description calls them. */
    Set<String> asked() {
        return Set.copyOf(asked);
    }

    private Answer ask(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int index = 0; index < headers.length; index += 2) {
            request.header(headers[index], headers[index + 1]);
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            hold(method, "/api/v1" + path.split("\\?", 2)[0], response);
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    jsonOf(response),
                    response.headers().firstValue("ETag").orElse(""));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void hold(String method, String path, HttpResponse<String> response) {
        var route = routeOf(path);
        var operation = OpenApi.description().path("paths").path(route).path(method.toLowerCase(Locale.ROOT));
        assertThat(operation.isMissingNode())
                .as("%s %s is described", method, route)
                .isFalse();
        var described = operation.path("responses").path(Integer.toString(response.statusCode()));
        assertThat(described.isMissingNode())
                .as("%s %s answers %s: %s", method, route, response.statusCode(), response.body())
                .isFalse();
        if (described.has("$ref")) {
            described = OpenApi.description().at(described.path("$ref").asText().substring(1));
        } else {
            asked.add(method + " " + route);
        }
        var types = new ArrayList<String>();
        described.path("content").fieldNames().forEachRemaining(types::add);
        if (types.isEmpty()) {
            assertThat(response.body()).isEmpty();
            return;
        }
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(types.get(0));
        if (types.get(0).endsWith("json")) {
            validate(described.path("content").path(types.get(0)).path("schema"), jsonOf(response));
        }
    }

    /** The newest entry of the audit trail about an action. */
    JsonNode audited(String action) {
        for (var entry : get("/audit?limit=50").json().path("entries")) {
            if (entry.path("action").asText().equals(action)) {
                return entry;
            }
        }
        throw new AssertionError("no entry " + action);
    }

    private static void validate(JsonNode schema, JsonNode value) {
        var errors = SCHEMAS.computeIfAbsent(schema, Console::compiled)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertThat(errors).as(value.toString()).isEmpty();
    }

    private static Schema compiled(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", OpenApi.description().path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole);
    }

    private static String routeOf(String path) {
        var routes = new ArrayList<String>();
        OpenApi.description().path("paths").fieldNames().forEachRemaining(routes::add);
        if (routes.contains(path)) {
            return path;
        }
        return routes.stream()
                .filter(route -> path.matches(route.replace(".", "\\.").replaceAll("\\{[a-z]+}", "[^/]+")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no route " + path));
    }

    private static JsonNode jsonOf(HttpResponse<String> response) {
        try {
            return response.headers().firstValue("Content-Type").orElse("").contains("json")
                    ? JSON.readTree(response.body())
                    : JSON.missingNode();
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(response.body(), malformed);
        }
    }
}
