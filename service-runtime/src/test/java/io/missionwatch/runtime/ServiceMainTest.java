package io.missionwatch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.runtime.settings.Setting;
import io.missionwatch.runtime.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ServiceMainTest {

    private static final Setting<Integer> PORT = Setting.number("port", 1, 0, 9, "Where it listens.");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void endsWithZeroWhenItIsStopped() {
        assertThat(run(List.of(), settings -> {
                    var host = ServiceHost.create("test");
                    host.close();
                    return host;
                }))
                .isZero();
    }

    @Test
    void saysInOneLineWhyItCouldNotStart() {
        var code = run(List.of("--port=10"), settings -> {
            settings.get(PORT);
            return ServiceHost.create("test");
        });

        assertThat(code).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo("test: setting 'port' (command line) must be a whole number from 0 to 9, not '10'\n");
    }

    @Test
    void namesTheRootOfAFailedStart() {
        var code = run(List.of(), settings -> {
            throw new IllegalStateException("outer", new IllegalStateException("disk full"));
        });

        assertThat(code).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo("test could not start: disk full\n");
    }

    @Test
    void explainsItselfWhenAsked() {
        assertThat(run(List.of("--help"), settings -> ServiceHost.create("test")))
                .isZero();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("--port=1")
                .contains("Where it listens.");
    }

    private int run(List<String> arguments, Function<Settings, ServiceHost> start) {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new ServiceMain("test", List.of(PORT), out).run(arguments, Map.of(), start);
    }
}
