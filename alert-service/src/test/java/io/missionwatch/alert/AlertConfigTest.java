package io.missionwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.runtime.SettingException;
import io.missionwatch.runtime.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertConfigTest {

    @Test
    void defaultsKeepToLoopback() {
        var config = config(Map.of());

        assertThat(config.api().getHostString()).isEqualTo("127.0.0.1");
        assertThat(config.api().getPort()).isEqualTo(8080);
        assertThat(config.lifetimes().expireAfter()).isEqualTo(Duration.ofDays(7));
        assertThat(config.lifetimes().forgetAfter()).isEqualTo(Duration.ofDays(90));
        assertThat(config.retention()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void takesWhatTheOperatorSays() {
        var config = config(Map.of(
                "api.host", "::1",
                "api.port", "9000",
                "alert.expire-after", "2d",
                "alert.forget-after", "30d",
                "alert.retention", "3d"));

        assertThat(config.api().getPort()).isEqualTo(9000);
        assertThat(config.lifetimes().expireAfter()).isEqualTo(Duration.ofDays(2));
        assertThat(config.lifetimes().forgetAfter()).isEqualTo(Duration.ofDays(30));
        assertThat(config.retention()).isEqualTo(Duration.ofDays(3));
    }

    @ParameterizedTest
    @CsvSource({
        "api.host, 0.0.0.0",
        "api.port, 70000",
        "alert.expire-after, 10s",
        "alert.forget-after, soon",
        "alert.retention, 5m",
        "alert.colour, red"
    })
    void refusesByName(String setting, String value) {
        assertThatThrownBy(() -> config(Map.of(setting, value)))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(setting);
    }

    private static AlertConfig config(Map<String, String> given) {
        return AlertConfig.from(Settings.of(given, AlertConfig.declared()));
    }
}
