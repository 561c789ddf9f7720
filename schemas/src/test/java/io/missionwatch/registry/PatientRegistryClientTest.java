package io.missionwatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PatientRegistryClientTest {
    private final RegistryHealth health = new RegistryHealth();
    private final ManualWaiting waiting = new ManualWaiting();

    @Test
    void waitsForARegistryThatIsDownAndSaysSo() throws Exception {
        try (var registry = new ScriptedRegistry();
                var client = patient(registry)) {
            registry.answers(503, "").answers(500, "").answers(200, "[]");

            assertThat(client.subjects()).isEmpty();

            assertThat(waiting.pauses()).hasSize(2);
            assertThat(health.isAvailable()).isTrue();
        }
    }

    @Test
    void staysUnwellUntilItIsClosed() throws Exception {
        try (var registry = new ScriptedRegistry();
                var client = patient(registry)) {
            waiting.end();

            assertThatThrownBy(client::subjects).isInstanceOf(RegistryUnavailableException.class);

            assertThat(health.isAvailable()).isFalse();
            assertThat(health.outage().orElseThrow().reason()).contains("500");
        }
    }

    @Test
    void passesOnWhatTheRegistryDenies() throws Exception {
        try (var registry = new ScriptedRegistry();
                var client = patient(registry)) {
            registry.answers(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");

            assertThatThrownBy(() -> client.byId(1)).isInstanceOf(SchemaNotFoundException.class);

            assertThat(waiting.pauses()).isEmpty();
            assertThat(health.isAvailable()).isTrue();
        }
    }

    private PatientRegistryClient patient(ScriptedRegistry registry) {
        var settings = RegistrySettings.from(Map.of(RegistrySettings.URL, registry.url(), "max.retries", 0));
        return new PatientRegistryClient(
                new RestRegistryClient(settings),
                health,
                new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5)),
                waiting);
    }
}
