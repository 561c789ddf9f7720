package io.missionwatch.enrich;

import io.missionwatch.runtime.admin.AdminSettings;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.settings.Setting;
import io.missionwatch.runtime.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the enrich service is told at its start.
 *
 * @param kafka how it reaches Kafka
 * @param admin where it answers for its health
 * @param budget the longest time for one article
 */
public record EnrichConfig(KafkaSettings kafka, AdminSettings admin, Duration budget) {

    private static final int ADMIN_PORT = 9102;
    private static final Setting<Duration> BUDGET = Setting.duration(
                    "enrich.budget",
                    "2s",
                    "The longest time for one article; one that takes longer becomes a dead letter.")
            .accepting(time -> time.toMillis() >= 10 && time.toMinutes() < 1, "a time from 10ms to 59s");

    /** The settings it knows. */
    public static List<Setting<?>> declared() {
        return Stream.of(List.<Setting<?>>of(BUDGET), KafkaSettings.declared(), AdminSettings.declared(ADMIN_PORT))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Reads them.
     *
     * @throws io.missionwatch.runtime.settings.SettingException for a wrong value
     */
    public static EnrichConfig from(Settings settings) {
        return new EnrichConfig(
                KafkaSettings.from(settings, "missionwatch-enrich"),
                AdminSettings.from(settings, ADMIN_PORT),
                settings.get(BUDGET));
    }
}
