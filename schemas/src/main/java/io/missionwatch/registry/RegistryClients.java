package io.missionwatch.registry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the client that a configuration asks for. */
public final class RegistryClients {
    private static final String MOCK = "mock://";

    // As with Confluent's clients, all users of one mock:// address in a process meet in one registry.
    private static final Map<String, RegistryClient> MOCKS = new ConcurrentHashMap<>();

    private RegistryClients() {}

    /**
     * A client that waits while the registry is unavailable.
     *
     * @param configs holds {@code schema.registry.url}; {@code mock://name} is a registry within this process
     * @param health is told when the client starts and stops waiting
     */
    public static RegistryClient patient(Map<String, ?> configs, RegistryHealth health) {
        var url = String.valueOf(configs.get(RegistrySettings.URL));
        return url.startsWith(MOCK)
                ? MOCKS.computeIfAbsent(url, name -> new LocalRegistryClient())
                : new PatientRegistryClient(new RestRegistryClient(RegistrySettings.from(configs)), health);
    }
}
