package io.missionwatch.registry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for as long as the registry is unavailable, and says so in its {@link RegistryHealth}; every other answer, good
 * or bad, is passed on. A record is never lost or set aside because the registry was down.
 */
public final class PatientRegistryClient implements RegistryClient {
    private static final Logger LOG = LoggerFactory.getLogger(PatientRegistryClient.class);

    private final RegistryClient registry;
    private final RegistryHealth health;
    private final Backoff backoff;
    private final Waiting waiting;

    /** Waits in real time, at most five seconds between two attempts. */
    public PatientRegistryClient(RegistryClient registry, RegistryHealth health) {
        this(registry, health, new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5)), Waiting.real());
    }

    PatientRegistryClient(RegistryClient registry, RegistryHealth health, Backoff backoff, Waiting waiting) {
        this.registry = registry;
        this.health = health;
        this.backoff = backoff;
        this.waiting = waiting;
    }

    private <T> T patiently(Supplier<T> request) {
        for (var attempt = 0; ; attempt++) {
            try {
                var answer = request.get();
                noteRecovery();
                return answer;
            } catch (RegistryUnavailableException e) {
                noteOutage(e);
                waiting.pause(backoff.after(attempt));
            } catch (RegistryException e) {
                noteRecovery();
                throw e;
            }
        }
    }

    private void noteOutage(RegistryUnavailableException e) {
        if (health.failed(waiting.now(), e.getMessage())) {
            LOG.warn("Waiting for the schema registry: {}", e.getMessage());
        }
    }

    private void noteRecovery() {
        health.answered().ifPresent(outage -> LOG.info("The schema registry answers again since={}", outage.since()));
    }

    @Override
    public int register(String subject, Schema schema) {
        return patiently(() -> registry.register(subject, schema));
    }

    @Override
    public RegisteredSchema lookUp(String subject, Schema schema) {
        return patiently(() -> registry.lookUp(subject, schema));
    }

    @Override
    public Schema byId(int id) {
        return patiently(() -> registry.byId(id));
    }

    @Override
    public RegisteredSchema latest(String subject) {
        return patiently(() -> registry.latest(subject));
    }

    @Override
    public RegisteredSchema version(String subject, int version) {
        return patiently(() -> registry.version(subject, version));
    }

    @Override
    public List<Integer> versions(String subject) {
        return patiently(() -> registry.versions(subject));
    }

    @Override
    public List<String> subjects() {
        return patiently(registry::subjects);
    }

    @Override
    public List<String> incompatibilities(String subject, Schema schema) {
        return patiently(() -> registry.incompatibilities(subject, schema));
    }

    @Override
    public Optional<CompatibilityLevel> compatibility(String subject) {
        return patiently(() -> registry.compatibility(subject));
    }

    @Override
    public void setCompatibility(String subject, CompatibilityLevel level) {
        patiently(() -> {
            registry.setCompatibility(subject, level);
            return level;
        });
    }

    @Override
    public CompatibilityLevel globalCompatibility() {
        return patiently(registry::globalCompatibility);
    }

    @Override
    public void setGlobalCompatibility(CompatibilityLevel level) {
        patiently(() -> {
            registry.setGlobalCompatibility(level);
            return level;
        });
    }

    @Override
    public void close() {
        waiting.end();
        registry.close();
    }
}
