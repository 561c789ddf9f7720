package io.missionwatch.ingest.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.runtime.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorKeeperTest {

    @ParameterizedTest
    @CsvSource({"secret-secret-secret, true", "secret-secret-secreT, false", "secret, false", "'', false"})
    void knowsItsTokenAlone(String shown, boolean same) {
        assertThat(DoorKeeper.isSame(shown, "secret-secret-secret")).isEqualTo(same);
    }

    @Test
    void opensBeyondLoopbackOnlyWithAToken() {
        assertThatThrownBy(() -> settings(Map.of("door.host", "0.0.0.0")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("door.token");
        assertThat(settings(Map.of("door.host", "0.0.0.0", "door.token", "secret-secret-secret"))
                        .token())
                .contains("secret-secret-secret");
    }

    @Test
    void printsNoToken() {
        var settings = settings(Map.of("door.token", "secret-secret-secret"));

        assertThat(settings.toString()).doesNotContain("secret");
        assertThatThrownBy(() -> settings(Map.of("door.token", "short")))
                .hasMessageContaining("door.token")
                .hasMessageNotContaining("short");
    }

    private static DoorSettings settings(Map<String, String> given) {
        return DoorSettings.from(Settings.of(given, DoorSettings.declared()));
    }
}
