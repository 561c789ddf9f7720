package io.missionwatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrySettingsTest {
    @Test
    void hasSensibleDefaults() {
        var settings = RegistrySettings.from(Map.of(RegistrySettings.URL, "http://localhost:8081"));

        assertThat(settings.urls()).containsExactly(URI.create("http://localhost:8081"));
        assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.retries()).isEqualTo(3);
        assertThat(settings.normalize()).isFalse();
    }

    @Test
    void takesAddressesAsAListToo() {
        var settings = RegistrySettings.from(Map.of(RegistrySettings.URL, List.of("http://a:1", "https://b:2/path")));

        assertThat(settings.urls()).containsExactly(URI.create("http://a:1"), URI.create("https://b:2/path"));
    }

    @Test
    void neverPrintsAPassword() {
        var settings = RegistrySettings.from(Map.of(
                RegistrySettings.URL,
                "http://ann:secret@localhost:8081",
                "basic.auth.credentials.source",
                "USER_INFO",
                "basic.auth.user.info",
                "bob:hidden-word"));

        assertThat(settings.toString()).doesNotContain("secret", "hidden-word");
    }

    @ParameterizedTest
    @CsvSource({
        "schema.registry.url, localhost",
        "schema.registry.url, ftp://localhost",
        "schema.registry.url, ''",
        "http.read.timeout.ms, 0",
        "http.read.timeout.ms, soon",
        "max.retries, -1",
        "retries.max.wait.ms, 1",
        "basic.auth.credentials.source, NOBODY",
        "basic.auth.credentials.source, USER_INFO",
        "bearer.auth.credentials.source, OAUTHBEARER",
        "bearer.auth.credentials.source, STATIC_TOKEN"
    })
    void refusesAWrongSettingByItsName(String name, String value) {
        var configs = new HashMap<String, Object>(Map.of(RegistrySettings.URL, "http://localhost:8081"));
        configs.put(name, value);

        assertThatThrownBy(() -> RegistrySettings.from(configs))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(name);
    }

    @Test
    void refusesAWrongAddressWithoutItsPassword() {
        assertThatThrownBy(() -> RegistrySettings.from(Map.of(RegistrySettings.URL, "ftp://ann:secret@localhost")))
                .hasMessageNotContaining("secret");
    }

    @Test
    void namesTheMissingAddress() {
        assertThatThrownBy(() -> RegistrySettings.from(Map.of())).hasMessageContaining(RegistrySettings.URL);
    }
}
