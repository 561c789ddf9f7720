package io.missionwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {

    private static final String LOGIN = "PlainLoginModule required username=\"ann\" password=\"hidden-word\";";

    @Test
    void letsTheRegistryInheritKafkasLogin() {
        assertThat(settings().registry()).containsEntry("sasl.jaas.config", LOGIN);
    }

    @Test
    void neverPrintsAPassword() {
        assertThat(settings().toString()).doesNotContain("hidden-word").contains("enrich");
    }

    private static KafkaSettings settings() {
        var given =
                SettingSources.read(List.of("--kafka.sasl.jaas.config=" + LOGIN), Map.of(), KafkaSettings.declared());
        return KafkaSettings.from(given, "enrich");
    }
}
