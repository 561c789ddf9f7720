package io.missionwatch.alert.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.alert.deliveries.outbox.AlertChoice;
import io.missionwatch.alert.deliveries.plan.PlanFile;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.settings.SettingException;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertChange;
import io.missionwatch.schema.AlertStatus;
import io.missionwatch.schema.PatternMode;
import io.missionwatch.schema.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryPlanTest {

    private static final KafkaSettings KAFKA =
            KafkaSettings.from(Settings.of(Map.of(), KafkaSettings.declared()), "test");
    private static final String WEBHOOK = """
            sinks:
              - name: soc
                type: webhook
                url: https://soc.example/alerts
                secrets: [whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw]
            """;

    @Test
    void readsASink() {
        var plan = plan(WEBHOOK + """
                    parallel: 2
                    retry: [1s, 1m]
                    from: beginning
                """);

        var order = plan.find("soc").orElseThrow().order();
        assertThat(order.parallel()).isEqualTo(2);
        assertThat(order.retries().pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofMinutes(1));
        assertThat(order.fromBeginning()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "    colour: red                     | sinks[1] 'soc'.colour is unknown",
                "    parallel: 0                     | parallel must be a whole number",
                "    retry: [soon]                   | retry must be a time",
                "    from: yesterday                 | from must be now or beginning",
                "    filter: {min-severity: loud}    | filter.min-severity must be one of",
                "    filter: {missions: {kind: big}} | filter.missions.kind is unknown",
                "    format: xml                     | format must be one of",
                "    reach: [metadata]               | reach must be one of",
                "    headers: {Webhook-Id: x}        | headers.Webhook-Id must be a header",
                "    ca-file: /no/such/file          | ca-file names a file",
            })
    void namesThePlaceThatIsWrong(String line, String message) {
        assertThatThrownBy(() -> plan(WEBHOOK + "    " + line.strip() + "\n"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://soc.example/alerts | http://soc.example/    | url must be an address",
                "name: soc                  | name: A b              | name must be lower-case",
                "name: soc                  | parallel: 1            | name is missing",
                "type: webhook              | type: pigeon           | type must be one of",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw | hunter2    | secrets must be whsec_",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw | env:MISSIONWATCH_NO_SUCH | MISSIONWATCH_NO_SUCH, which is not set",
            })
    void refusesWhatCannotBe(String right, String wrong, String message) {
        assertThatThrownBy(() -> plan(WEBHOOK.replace(right, wrong)))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void refusesTwoSinksOfOneName() {
        assertThatThrownBy(() -> plan(WEBHOOK + WEBHOOK.substring(WEBHOOK.indexOf('\n') + 1)))
                .hasMessageContaining("the name of another sink");
    }

    @Test
    void takesASecretFromAFile(@TempDir Path directory) throws Exception {
        var file = Files.writeString(directory.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");

        assertThat(plan(WEBHOOK.replace("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "file:" + file))
                        .sinks())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "min-severity: high                      | true",
                "min-severity: CRITICAL                  | false",
                "patterns: attack-on-mission             | true",
                "patterns: [plot, threat]                | false",
                "without-patterns: [attack-on-mission]   | false",
                "places: [kabul]                         | true",
                "places: [geonames:1138958]              | true",
                "places: [PK, AF]                        | true",
                "places: [Islamabad]                     | false",
                "missions: {sending-states: [RU]}        | true",
                "missions: {types: [consulate]}          | false",
                "missions: {cities: [Kabul], types: [embassy]} | true",
                "statuses: [open]                        | true",
                "statuses: [resolved]                    | false",
            })
    void choosesByWhatAnAlertIs(String filter, boolean wanted) {
        assertThat(choice(filter).test(Alerts.first())).isEqualTo(wanted);
    }

    @Test
    void leavesOutWhatNobodyAskedFor() {
        var quiet = List.of(
                change(alert -> alert.setMode(PatternMode.SHADOW)),
                change(alert -> alert.setExercise(true)),
                change(alert -> alert.setSuppressedBy("maintenance")),
                change(alert -> alert.setContinues("an-earlier-one").setQuiet(true)));

        assertThat(quiet).noneMatch(choice("places: []"));
        assertThat(quiet).allMatch(choice("exercise: true\nshadow: true\nsuppressed: true\ncontinuations: true"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // filter           | severity      | status    | change      | announced | held back | wanted
                "min-severity: high | HIGH          | OPEN      | UPDATED     | -         | false     | true",
                "min-severity: high | MEDIUM        | OPEN      | DEESCALATED | HIGH      | false     | true",
                "min-severity: high | MEDIUM        | OPEN      | DEESCALATED | MEDIUM    | false     | false",
                "min-severity: high | LOW           | OPEN      | UPDATED     | CRITICAL  | false     | false",
                "min-severity: high | LOW           | RESOLVED  | ACTED       | HIGH      | false     | true",
                "min-severity: high | INFORMATIONAL | CANCELLED | DEESCALATED | LOW       | false     | false",
                "min-severity: high | HIGH          | CANCELLED | ACTED       | -         | false     | false",
                "places: []         | HIGH          | RESOLVED  | ACTED       | HIGH      | true      | true",
                "places: []         | HIGH          | RESOLVED  | ACTED       | -         | true      | false",
                "places: []         | HIGH          | EXPIRED   | ACTED       | -         | false     | false",
                "places: []         | HIGH          | OPEN      | ESCALATED   | HIGH      | true      | false",
                "suppressed: true   | HIGH          | RESOLVED  | ACTED       | -         | true      | true",
                "suppressed: true   | HIGH          | RESOLVED  | ACTED       | -         | false     | true",
            })
    void whoeverWasToldHearsTheEnd(
            String filter,
            Severity severity,
            AlertStatus status,
            AlertChange change,
            Severity announced,
            boolean heldBack,
            boolean wanted) {
        var revision = change(alert -> alert.setSeverity(severity)
                .setStatus(status)
                .setChange(change)
                .setAnnounced(announced)
                .setSuppressedBy(heldBack ? "a-silence" : null));

        assertThat(choice(filter).test(revision)).isEqualTo(wanted);
    }

    @Test
    void whoAsksForASeverityIsToldOfWhatGoesOnAboveIt() {
        var worse = change(alert -> alert.setContinues("a-lesser-one").setQuiet(true));

        assertThat(choice("min-severity: high").test(worse)).isTrue();
        assertThat(choice("min-severity: critical").test(worse)).isFalse();
    }

    private static Alert change(UnaryOperator<Alert.Builder> change) {
        return change.apply(Alerts.alert("a", 1)).build();
    }

    private static AlertChoice choice(String filter) {
        return AlertChoice.from(PlanFile.parse("filter", filter));
    }

    private static DeliveryPlan plan(String yaml) {
        return DeliveryPlan.of(PlanFile.parse("deliveries.yaml", yaml), KAFKA);
    }
}
