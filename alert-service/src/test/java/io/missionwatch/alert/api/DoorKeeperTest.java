package io.missionwatch.alert.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.runtime.settings.Settings;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorKeeperTest {

    private final DoorKeeper door = new DoorKeeper(
            ApiSettings.from(Settings.of(Map.of("api.names", "console.example"), ApiSettings.declared())));

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8080,      true",
        "localhost:8080,      true",
        "LocalHost,           true",
        "[::1]:8080,          true",
        "evil.example:8080,   false",
        "127.0.0.1.evil.test, false",
        "10.0.0.1:8080,       false",
        "console.example:443, true",
    })
    void answersOnlyToItsOwnNames(String host, boolean answered) {
        assertThat(door.isOurs(host)).isEqualTo(answered);
    }
}
