package io.missionwatch.alert.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import io.missionwatch.alert.api.Invalid.Fault;
import java.util.List;

/** Writes answers. */
final class Answers {

    private static final String JSON = "application/json; charset=utf-8";

    private Answers() {}

    static void json(Context request, JsonNode answer) {
        request.contentType(JSON).result(answer.toString());
    }

    static void fail(Context request, int status, String message) {
        fail(request, status, message, List.of());
    }

    /** With what is wrong, fault by fault. */
    static void fail(Context request, int status, String message, List<Fault> faults) {
        var answer = JsonNodeFactory.instance.objectNode().put("error", message);
        if (!faults.isEmpty()) {
            var list = answer.putArray("faults");
            faults.forEach(fault -> {
                var node = list.addObject().put("at", fault.at());
                fault.line().ifPresent(line -> node.put("line", line));
                node.put("reason", fault.reason());
            });
        }
        request.status(status);
        json(request, answer);
    }
}
