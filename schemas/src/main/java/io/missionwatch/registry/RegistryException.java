package io.missionwatch.registry;

/** The registry did not give what was asked for. Never a reason to dead-letter a record by itself. */
public abstract sealed class RegistryException extends RuntimeException
        permits RegistryUnavailableException,
                SchemaNotFoundException,
                IncompatibleSchemaException,
                InvalidSchemaException,
                RegistryRefusedException {
    RegistryException(String message) {
        super(message);
    }

    RegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
