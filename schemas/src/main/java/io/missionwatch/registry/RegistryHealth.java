package io.missionwatch.registry;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Whether the registry answers, as the clients that wait for it know. A readiness check reads it. */
public final class RegistryHealth {
    private final AtomicReference<Optional<Outage>> outage = new AtomicReference<>(Optional.empty());

    /** A time without an answer from the registry. */
    public record Outage(Instant since, String reason) {
        public Outage {
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Whether nobody is waiting for the registry now. */
    public boolean isAvailable() {
        return outage.get().isEmpty();
    }

    /** The outage under way, if there is one. */
    public Optional<Outage> outage() {
        return outage.get();
    }

    /** Returns whether the registry was thought to be well until now. */
    boolean failed(Instant now, String reason) {
        var before = outage.getAndUpdate(
                known -> Optional.of(new Outage(known.map(Outage::since).orElse(now), reason)));
        return before.isEmpty();
    }

    /** Returns the outage that has ended with this answer, if there was one. */
    Optional<Outage> answered() {
        return isAvailable() ? Optional.empty() : outage.getAndSet(Optional.empty());
    }
}
