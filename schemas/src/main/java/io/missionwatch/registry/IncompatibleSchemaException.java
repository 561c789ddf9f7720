package io.missionwatch.registry;

/** The schema would break readers or writers of earlier versions of its subject (409). */
public final class IncompatibleSchemaException extends RegistryException {
    public IncompatibleSchemaException(String message) {
        super(message);
    }
}
