package io.missionwatch.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Plain HTTP calls to a registry, to see what really goes over the wire. */
final class RegistryCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String url;

    RegistryCalls(String url) {
        this.url = url;
    }

    JsonNode get(String path) throws Exception {
        return json(send("GET", path, ""));
    }

    JsonNode put(String path, String body) throws Exception {
        return json(send("PUT", path, body));
    }

    JsonNode delete(String path) throws Exception {
        return json(send("DELETE", path, ""));
    }

    JsonNode post(String path, String body) throws Exception {
        return json(send("POST", path, body));
    }

    int register(String subject, String schema) throws Exception {
        return post("/subjects/" + subject + "/versions", body(schema))
                .path("id")
                .asInt();
    }

    static String body(String schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", schema).toString();
    }

    static JsonNode json(HttpResponse<String> response) throws Exception {
        return JSON.readTree(response.body());
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
