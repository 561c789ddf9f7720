package io.missionwatch.registry;

/** The registry turned the request away (401, 403, other 4xx), or what answers at its address is no registry. */
public final class RegistryRefusedException extends RegistryException {
    public RegistryRefusedException(String message) {
        super(message);
    }

    public RegistryRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
