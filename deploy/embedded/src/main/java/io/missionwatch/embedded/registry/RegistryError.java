package io.missionwatch.embedded.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** An answer of the contract that is an error: an HTTP status, a finer code, and a message. */
final class RegistryError extends RuntimeException {
    private final int code;

    RegistryError(int code, String message) {
        super(message);
        this.code = code;
    }

    RegistryError(int code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    static RegistryError subjectNotFound(String subject) {
        return new RegistryError(40401, "Subject '" + subject + "' not found.");
    }

    static RegistryError versionNotFound(int version) {
        return new RegistryError(40402, "Version " + version + " not found.");
    }

    static RegistryError schemaNotFound() {
        return new RegistryError(40403, "Schema not found");
    }

    static RegistryError schemaNotFound(int id) {
        return new RegistryError(40403, "Schema " + id + " not found");
    }

    static RegistryError invalidSchema(String reason) {
        return new RegistryError(42201, "Invalid schema: " + reason);
    }

    // Codes of five digits are an HTTP status with two digits that tell its cases apart.
    int status() {
        return code >= 10_000 ? code / 100 : code;
    }

    JsonNode toJson() {
        return JsonNodeFactory.instance.objectNode().put("error_code", code).put("message", getMessage());
    }
}
