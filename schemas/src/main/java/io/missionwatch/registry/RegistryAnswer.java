package io.missionwatch.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;

/** What the registry said to a request: a JSON body, or one of the contract's errors. */
final class RegistryAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int LONGEST_QUOTE = 300;

    private final String request;
    private final int status;
    private final String body;

    RegistryAnswer(String request, HttpResponse<String> response) {
        this.request = request;
        this.status = response.statusCode();
        this.body = response.body();
    }

    void throwIfUnavailable() {
        if (status >= 500 || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT) {
            throw new RegistryUnavailableException(fault());
        }
    }

    /** The body of a good answer; throws what a bad one means. */
    JsonNode json() {
        if (status / 100 == 2) {
            var tree = tree();
            if (tree.isMissingNode()) {
                throw new RegistryRefusedException(request + ": the answer is not JSON; is this a schema registry?");
            }
            return tree;
        }
        throw switch (status) {
            case 404 -> notFound();
            case 409 -> new IncompatibleSchemaException(fault());
            case 422 -> new InvalidSchemaException(fault());
            default -> new RegistryRefusedException(fault());
        };
    }

    // A 404 without the contract's error code comes from a proxy or a wrong path, and says nothing about schemas.
    private RegistryException notFound() {
        return errorCode() / 100 == 404
                ? new SchemaNotFoundException(fault())
                : new RegistryRefusedException(fault() + "; is the path in " + RegistrySettings.URL + " right?");
    }

    boolean hasErrorCode(int code) {
        return errorCode() == code;
    }

    private int errorCode() {
        return tree().path("error_code").asInt();
    }

    private String fault() {
        var message = tree().path("message").asText(body);
        var quote = message.length() > LONGEST_QUOTE ? message.substring(0, LONGEST_QUOTE) + "..." : message;
        return request + " answered " + status + (errorCode() == 0 ? "" : "/" + errorCode()) + ": " + quote.strip();
    }

    private JsonNode tree() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
