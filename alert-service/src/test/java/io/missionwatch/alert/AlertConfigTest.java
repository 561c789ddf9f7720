package io.missionwatch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.runtime.settings.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertConfigTest {

    @Test
    void defaultsKeepToLoopback() {
        var config = config(Map.of());

        assertThat(config.api().address().getHostString()).isEqualTo("127.0.0.1");
        assertThat(config.api().address().getPort()).isEqualTo(8080);
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
                "alert.retention", "3d",
                "severity.file", "src/main/resources/io/missionwatch/alert/severity/severity.yaml"));

        assertThat(config.api().address().getPort()).isEqualTo(9000);
        assertThat(config.lifetimes().expireAfter()).isEqualTo(Duration.ofDays(2));
        assertThat(config.lifetimes().forgetAfter()).isEqualTo(Duration.ofDays(30));
        assertThat(config.retention()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void opensTheApiToOthersOnlyWithSignInAndTls() {
        assertThatThrownBy(() -> config(Map.of("api.host", "0.0.0.0")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("nobody would have to sign in");
        assertThatThrownBy(() -> config(Map.of("api.host", "0.0.0.0", "api.tokens", "true")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("in the clear");
        assertThat(config(Map.of("api.host", "0.0.0.0", "api.tokens", "true", "api.behind-proxy", "true"))
                        .api()
                        .tokens())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "api.host, 0.0.0.0",
        "api.tls.certificate, nowhere.pem",
        "api.origins, https://console.example/path",
        "api.oidc.issuer, http://login.example",
        "api.oidc.algorithms, HS256",
        "api.oidc.keys, https://login.example/keys",
        "api.requests-per-minute, 1",
        "api.port, 70000",
        "alert.expire-after, 10s",
        "alert.forget-after, soon",
        "alert.retention, 5m",
        "severity.file, nowhere.yaml",
        "severity.file, pom.xml",
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
