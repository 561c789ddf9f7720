package io.missionwatch.runtime.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.missionwatch.registry.RegistryRefusedException;
import io.missionwatch.registry.RegistryUnavailableException;
import io.missionwatch.runtime.deadletters.BrokenMachineException;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.topics.Layout;
import io.missionwatch.topics.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTopicTest {

    @TempDir
    private Path directory;

    private final Shown shown = new Shown();
    private final List<String> refused = new ArrayList<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private TopologyTestDriver driver;
    private TestInputTopic<String, String> records;

    @BeforeEach
    void start() {
        var topology = new Topology();
        new ControlTopic<>(
                        TopicCatalogue.PATTERNS,
                        (Deserializer<String>) (topic, bytes) -> read(new String(bytes, StandardCharsets.UTF_8)),
                        shown,
                        (origin, bad, why) -> refused.add(bad.key() + ": " + why.getMessage()),
                        metrics.counter("refused"))
                .addTo(topology);
        driver = new TopologyTestDriver(topology, properties());
        records =
                driver.createInputTopic(TopicCatalogue.PATTERNS.name(), new StringSerializer(), new StringSerializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void takesOverWhatIsWrittenAndForgetsWhatIsTakenAway() {
        records.pipeInput("a", "one");
        records.pipeInput("b", "two");
        records.pipeInput("a", "three");
        records.pipeInput("b", (String) null);

        assertThat(shown.inForce).containsExactly(Map.entry("a", "three"));
    }

    @Test
    void keepsTheLastGoodRecordWhereABadOneFollows() {
        records.pipeInput("a", "good");
        records.pipeInput("a", "bad");
        records.pipeInput(null, "good");

        assertThat(shown.inForce).containsExactly(Map.entry("a", "good"));
        assertThat(refused).containsExactly("a: bad in itself", "null: a record without a key");
        assertThat(metrics.counter("refused").count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry-away", "registry-shut", "broker-slow", "machine-broken", "wrapped"})
    void blamesNoRecordForWhatIsWrongWithTheMachine(String value) {
        assertThatThrownBy(() -> records.pipeInput("a", value)).hasStackTraceContaining("not the record");

        assertThat(refused).isEmpty();
        assertThat(metrics.counter("refused").count()).isZero();
    }

    private static String read(String value) {
        return switch (value) {
            case "bad" -> throw new IllegalArgumentException("bad in itself");
            case "registry-away" -> throw new RegistryUnavailableException("not the record");
            case "registry-shut" -> throw new RegistryRefusedException("not the record");
            case "broker-slow" -> throw new TimeoutException("not the record");
            case "machine-broken" -> throw new BrokenMachineException("not the record", new IllegalStateException());
            case "wrapped" ->
                throw new IllegalStateException("read", new RegistryUnavailableException("not the record"));
            default -> value;
        };
    }

    private Properties properties() {
        var properties = new KafkaSettings(
                        "test", directory, Layout.EMBEDDED, true, Duration.ofMillis(30), 1, Map.of(), Map.of())
                .forStreams();
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        return properties;
    }

    /** What is in force. */
    private static final class Shown implements ControlTarget<String> {

        private final Map<String, String> inForce = new TreeMap<>();

        @Override
        public void put(String key, String value) {
            inForce.put(key, value);
        }

        @Override
        public void remove(String key) {
            inForce.remove(key);
        }

        @Override
        public void reset() {
            inForce.clear();
        }
    }
}
