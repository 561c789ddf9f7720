package io.missionwatch.registry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

final class RealWaiting implements Waiting {
    private final Clock clock = Clock.systemUTC();
    private final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void pause(Duration duration) {
        try {
            if (ended.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new RegistryUnavailableException("the client of the schema registry was closed while it waited");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while waiting for the schema registry", e);
        }
    }

    @Override
    public void end() {
        ended.countDown();
    }
}
