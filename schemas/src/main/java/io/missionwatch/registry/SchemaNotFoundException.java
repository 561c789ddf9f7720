package io.missionwatch.registry;

/** The registry says by its own error code that it has no such subject (40401), version (40402) or schema (40403). */
public final class SchemaNotFoundException extends RegistryException {
    public SchemaNotFoundException(String message) {
        super(message);
    }
}
