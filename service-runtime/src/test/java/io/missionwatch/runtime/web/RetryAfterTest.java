package io.missionwatch.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "'120', 120",
        "' 0 ', 0",
        "'Mon, 02 Mar 2026 12:01:00 GMT', 60",
        "'Mon, 02 Mar 2026 11:00:00 GMT', 0",
    })
    void readsSecondsAndDates(String header, long seconds) {
        assertThat(RetryAfter.parse(header, NOON)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999"})
    void readsNothingElse(String header) {
        assertThat(RetryAfter.parse(header, NOON)).isEmpty();
    }
}
