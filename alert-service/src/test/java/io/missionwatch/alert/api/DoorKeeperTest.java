package io.missionwatch.alert.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorKeeperTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080,      true",
        "localhost:8080,      true",
        "LocalHost,           true",
        "[::1]:8080,          true",
        "evil.example:8080,   false",
        "127.0.0.1.evil.test, false",
        "10.0.0.1:8080,       false",
    })
    void answersOnlyToItsOwnNames(String host, boolean answered) {
        assertThat(DoorKeeper.isOurselves(host)).isEqualTo(answered);
    }
}
