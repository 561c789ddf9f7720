package io.missionwatch.registry;

/** What was sent is not a schema, version or level that the registry takes (422), or what it holds is not Avro. */
public final class InvalidSchemaException extends RegistryException {
    public InvalidSchemaException(String message) {
        super(message);
    }

    public InvalidSchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
