package io.missionwatch.registry;

/** No registry answered in time, or it answered that it cannot serve now (5xx, 429). Wait and ask again. */
public final class RegistryUnavailableException extends RegistryException {
    public RegistryUnavailableException(String message) {
        super(message);
    }

    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
