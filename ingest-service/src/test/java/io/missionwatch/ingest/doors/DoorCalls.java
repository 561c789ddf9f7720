package io.missionwatch.ingest.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls a door as its clients do. */
final class DoorCalls {

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final int port;

    DoorCalls(int port) {
        this.port = port;
    }

    /** An answer: its status, what it says, and its headers. */
    record Answer(int status, JsonNode body, HttpResponse<String> response) {

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer call(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), json.readTree(answer.body()), answer);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    Answer get(String path, String... headers) {
        return call("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer post(String path, String body) {
        return call("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    Answer postLines(String path, String body) {
        return call("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/x-ndjson");
    }

    Answer put(String path, String body) {
        return call("PUT", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }
}
