package io.missionwatch.alert;

import io.missionwatch.alert.api.ApiSettings;
import io.missionwatch.alert.book.Lifetimes;
import io.missionwatch.alert.severity.SeverityTable;
import io.missionwatch.runtime.admin.AdminSettings;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.settings.Setting;
import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.runtime.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What the alert service is told at its start.
 *
 * @param kafka how it reaches Kafka
 * @param admin where it answers for its health
 * @param api where it answers consoles, and shows the page, and who may ask
 * @param lifetimes how long alerts stay
 * @param retention how long windows and articles are remembered beyond what patterns need
 * @param severity the table by which severity and certainty follow from evidence
 * @param deliveries the file that says where alerts go
 */
public record AlertConfig(
        KafkaSettings kafka,
        AdminSettings admin,
        ApiSettings api,
        Lifetimes lifetimes,
        Duration retention,
        SeverityTable severity,
        Optional<Path> deliveries) {

    /** Name of the stream application, unless {@code kafka.application.id} gives another. */
    public static final String APPLICATION_ID = "missionwatch-alert";

    private static final int ADMIN_PORT = 9103;
    private static final Setting<Duration> EXPIRE_AFTER =
            atLeastAnHour("alert.expire-after", "7d", "An alert that nothing happens to for so long is over.");
    private static final Setting<Duration> FORGET_AFTER = atLeastAnHour(
            "alert.forget-after", "90d", "An alert that is over is removed from security.alerts after it.");
    private static final Setting<Duration> RETENTION = atLeastAnHour(
            "alert.retention",
            "14d",
            "How late a report or a revision may come and still find what it belongs to; bounds the state stores.");

    private static final Setting<String> SEVERITY = Setting.text(
            "severity.file",
            "",
            "The YAML file with the rules of severity and certainty; without it those of the service.");
    private static final Setting<String> DELIVERIES = Setting.text(
            "deliveries.file", "", "The YAML file that says where alerts are delivered; without it nowhere.");

    /** The settings it knows. */
    public static List<Setting<?>> declared() {
        return Stream.of(
                        ApiSettings.declared(),
                        List.<Setting<?>>of(EXPIRE_AFTER, FORGET_AFTER, RETENTION, SEVERITY, DELIVERIES),
                        KafkaSettings.declared(),
                        AdminSettings.declared(ADMIN_PORT))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Reads them.
     *
     * @throws io.missionwatch.runtime.settings.SettingException for a wrong value
     */
    public static AlertConfig from(Settings settings) {
        return new AlertConfig(
                KafkaSettings.from(settings, APPLICATION_ID),
                AdminSettings.from(settings, ADMIN_PORT),
                ApiSettings.from(settings),
                new Lifetimes(settings.get(EXPIRE_AFTER), settings.get(FORGET_AFTER)),
                settings.get(RETENTION),
                severity(settings.get(SEVERITY)),
                Optional.of(settings.get(DELIVERIES))
                        .filter(file -> !file.isEmpty())
                        .map(Path::of));
    }

    private static SeverityTable severity(String file) {
        try {
            return file.isEmpty() ? SeverityTable.builtIn() : SeverityTable.parse(Files.readString(Path.of(file)));
        } catch (IOException unreadable) {
            throw new SettingException("severity.file: " + file + " cannot be read: " + unreadable);
        } catch (IllegalArgumentException | YAMLException wrong) {
            throw new SettingException("severity.file: " + file + ": " + wrong.getMessage());
        }
    }

    private static Setting<Duration> atLeastAnHour(String name, String standard, String sentence) {
        return Setting.duration(name, standard, sentence)
                .accepting(time -> time.toHours() >= 1, "a time of at least 1h");
    }
}
