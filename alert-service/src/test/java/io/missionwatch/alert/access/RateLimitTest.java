package io.missionwatch.alert.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final RateLimit limit = new RateLimit(60);

    @Test
    void allowsAMinutesRequestsAtOnceAndThenOneASecond() {
        for (int request = 0; request < 60; request++) {
            assertThat(limit.take("ada", NOON)).isEmpty();
        }

        assertThat(limit.take("ada", NOON)).contains(Duration.ofSeconds(1));
        assertThat(limit.take("ada", NOON.plusSeconds(1))).isEmpty();
        assertThat(limit.take("ada", NOON.plusSeconds(1))).isPresent();
    }

    @Test
    void countsEveryoneApart() {
        for (int request = 0; request < 60; request++) {
            limit.take("ada", NOON);
        }

        assertThat(limit.take("bob", NOON)).isEmpty();
    }
}
