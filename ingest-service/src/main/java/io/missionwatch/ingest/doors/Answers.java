package io.missionwatch.ingest.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;

/** Writes answers as JSON. */
final class Answers {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Answers() {}

    static void give(Context request, int status, JsonNode answer) {
        request.status(status).contentType("application/json").result(answer.toString());
    }

    static void fail(Context request, int status, String message) {
        give(request, status, error(message));
    }

    static ObjectNode error(String message) {
        return NODES.objectNode().put("error", message);
    }

    /** Asks the caller to send the same again after a while. */
    static void later(Context request, int status, int seconds, String message) {
        request.header("Retry-After", Integer.toString(seconds));
        fail(request, status, message);
    }
}
