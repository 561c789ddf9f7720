package io.missionwatch.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only while somebody pauses. */
public final class ManualWaiting implements Waiting {
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private boolean ended;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void pause(Duration duration) {
        if (ended) {
            throw new RegistryUnavailableException("closed");
        }
        pauses.add(duration);
        pass(duration);
    }

    @Override
    public void end() {
        ended = true;
    }

    public void pass(Duration duration) {
        now = now.plus(duration);
    }

    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
