package io.missionwatch.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final Setting<Integer> PORT = Setting.number("admin.port", 9100, 0, 65535, "Where it listens.");
    private static final Setting<Duration> PAUSE = Setting.duration("poll.pause", "5m", "How long it waits.");
    private static final Setting<List<String>> HOSTS = Setting.texts("allowed.hosts", "", "Whom it talks to.");
    private static final Setting<String> TOKEN =
            Setting.text("api.token", "", "Who may.").keptSecret().accepting(text -> text.length() > 7, "8 characters");
    private static final List<Setting<?>> DECLARED = List.of(PORT, PAUSE, HOSTS, TOKEN);

    @TempDir
    private Path directory;

    @Test
    void fallsBackToDefaults() {
        var settings = read(List.of(), Map.of());

        assertThat(settings.get(PORT)).isEqualTo(9100);
        assertThat(settings.get(PAUSE)).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.get(HOSTS)).isEmpty();
        assertThat(settings.find(PORT)).isEmpty();
    }

    @Test
    void letsTheEnvironmentGoOverTheFileAndTheCommandLineOverBoth() throws IOException {
        var file = file("""
                admin.port = 1
                poll { pause = 10s }
                allowed.hosts = [a, b]
                """);

        var settings = read(
                List.of("--config=" + file, "--admin.port=3"),
                Map.of("MISSIONWATCH_ADMIN_PORT", "2", "MISSIONWATCH_POLL_PAUSE", "20s", "PATH", "/bin"));

        assertThat(settings.get(PORT)).isEqualTo(3);
        assertThat(settings.get(PAUSE)).isEqualTo(Duration.ofSeconds(20));
        assertThat(settings.get(HOSTS)).containsExactly("a", "b");
    }

    @Test
    void refusesAnUnknownSettingByNameAndPlace() throws IOException {
        var file = file("admin.prot = 1\nadmin.port = 2\n");

        assertThatThrownBy(() -> read(List.of("--config", file.toString()), Map.of()))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("unknown setting 'admin.prot'")
                .hasMessageContaining(file + ":1");
    }

    @Test
    void proposesTheNameThatWasMeant() {
        assertThatThrownBy(() -> read(List.of("--port=1"), Map.of())).hasMessageContaining("did you mean admin.port?");
    }

    @Test
    void refusesAWrongValueByName() {
        assertThatThrownBy(() -> read(List.of("--admin.port=99999"), Map.of()).get(PORT))
                .hasMessage("setting 'admin.port' (command line) must be a whole number from 0 to 65535, not '99999'");
        assertThatThrownBy(() -> read(List.of("--poll.pause=soon"), Map.of()).get(PAUSE))
                .hasMessageContaining("must be a time such as");
    }

    @Test
    void neverPrintsASecret() {
        assertThatThrownBy(() -> read(List.of("--api.token=hunter2"), Map.of()).get(TOKEN))
                .hasMessageContaining("api.token")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void handsKafkasOwnSettingsOn() {
        var settings =
                read(List.of("--kafka.security.protocol=SSL"), Map.of("MISSIONWATCH_KAFKA_SSL_KEYSTORE_TYPE", "PEM"));

        assertThat(settings.under("kafka."))
                .containsEntry("security.protocol", "SSL")
                .containsEntry("ssl.keystore.type", "PEM");
    }

    @Test
    void refusesArgumentsOfAnotherForm() {
        assertThatThrownBy(() -> read(List.of("admin.port=1"), Map.of())).hasMessageContaining("expected --name=value");
        assertThatThrownBy(() -> read(List.of("--admin.port"), Map.of())).hasMessageContaining("has no value");
        assertThatThrownBy(() -> read(List.of("--config=/does/not/exist"), Map.of()))
                .hasMessageContaining("cannot read the settings file");
    }

    @Test
    void readsChoicesFlagsAndAddresses() {
        var level = Setting.choice("level", Level.HIGH_ONLY, "How much.");
        var flag = Setting.flag("on", false, "Whether.");
        var address = Setting.address("registry", "http://127.0.0.1:8081", "Where.");
        var settings = Settings.of(Map.of("level", "everything", "on", "true"), List.of(level, flag, address));

        assertThat(settings.get(level)).isEqualTo(Level.EVERYTHING);
        assertThat(settings.get(flag)).isTrue();
        assertThat(settings.get(address)).isEqualTo(URI.create("http://127.0.0.1:8081"));
        var wrong =
                Settings.of(Map.of("level", "some", "on", "yes", "registry", "ftp://x"), List.of(level, flag, address));
        assertThatThrownBy(() -> wrong.get(level)).hasMessageContaining("one of [high-only, everything]");
        assertThatThrownBy(() -> wrong.get(flag)).hasMessageContaining("true or false");
        assertThatThrownBy(() -> wrong.get(address)).hasMessageContaining("an address such as");
    }

    @Test
    void writesTheTableOfTheReadme() {
        assertThat(SettingTable.of(List.of(PORT, HOSTS))).isEqualTo("""
                        | setting | default | what it does |
                        |---|---|---|
                        | `admin.port` | `9100` | Where it listens. |
                        | `allowed.hosts` |  | Whom it talks to. |
                        """);
    }

    private enum Level {
        HIGH_ONLY,
        EVERYTHING
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("settings.conf"), text);
    }

    @Test
    void leavesTheVariablesOfLogAndLauncherAlone() {
        var variables = Map.of("MISSIONWATCH_LOG_LEVEL", "DEBUG", "MISSIONWATCH_JAVA_OPTIONS", "-Xmx1g");

        assertThatCode(() -> read(List.of(), variables)).doesNotThrowAnyException();
    }

    private static Settings read(List<String> arguments, Map<String, String> environment) {
        return SettingSources.read(arguments, environment, DECLARED);
    }
}
