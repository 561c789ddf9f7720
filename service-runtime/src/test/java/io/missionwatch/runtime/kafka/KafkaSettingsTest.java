package io.missionwatch.runtime.kafka;

import static org.apache.kafka.clients.CommonClientConfigs.SESSION_TIMEOUT_MS_CONFIG;
import static org.apache.kafka.clients.producer.ProducerConfig.TRANSACTION_TIMEOUT_CONFIG;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.runtime.settings.SettingSources;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
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

    @Test
    void letsATransactionLiveNoLongerThanTheSessionOfWhoHadItOpen() {
        var streams = new StreamsConfig(settings().forStreams());

        var session = streams.getMainConsumerConfigs("group", "client", 0).get(SESSION_TIMEOUT_MS_CONFIG);
        assertThat(streams.getProducerConfigs("client").get(TRANSACTION_TIMEOUT_CONFIG))
                .isEqualTo(session);
    }

    private static KafkaSettings settings() {
        var given =
                SettingSources.read(List.of("--kafka.sasl.jaas.config=" + LOGIN), Map.of(), KafkaSettings.declared());
        return KafkaSettings.from(given, "enrich");
    }
}
