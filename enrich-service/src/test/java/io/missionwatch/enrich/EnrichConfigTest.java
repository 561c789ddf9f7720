package io.missionwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.runtime.metrics.MetricTable;
import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.runtime.settings.SettingTable;
import io.missionwatch.runtime.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnrichConfigTest {

    @Test
    void hasDefaults() {
        var config = read(Map.of());

        assertThat(config.budget()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.admin().address().getHostString()).isEqualTo("127.0.0.1");
        assertThat(config.admin().address().getPort()).isEqualTo(9102);
        assertThat(config.kafka().applicationId()).isEqualTo("missionwatch-enrich");
    }

    @Test
    void takesWhatTheOperatorGives() {
        var config = read(Map.of("enrich.budget", "500ms", "admin.port", "0", "kafka.bootstrap.servers", "b:9092"));

        assertThat(config.budget()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.admin().address().getPort()).isZero();
        assertThat(config.kafka().bootstrapServers()).isEqualTo("b:9092");
    }

    @Test
    void refusesABudgetThatNoArticleFitsIn() {
        assertThatThrownBy(() -> read(Map.of("enrich.budget", "1ms")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("enrich.budget");
    }

    @Test
    void standsInTheReadmeWithItsMetrics() throws IOException {
        var readme = Files.readString(Path.of("README.md"));

        assertThat(readme)
                .contains(SettingTable.of(EnrichConfig.declared()))
                .contains(MetricTable.of(List.of(EnrichMetric.values())));
    }

    private static EnrichConfig read(Map<String, String> given) {
        return EnrichConfig.from(Settings.of(given, EnrichConfig.declared()));
    }
}
