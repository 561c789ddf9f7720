package io.missionwatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BackoffTest {
    @Property(tries = 100)
    void staysBetweenHalfTheFirstAndTheLongest(@ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int attempt) {
        var backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

        assertThat(backoff.after(attempt)).isBetween(Duration.ofMillis(50), Duration.ofSeconds(5));
    }
}
