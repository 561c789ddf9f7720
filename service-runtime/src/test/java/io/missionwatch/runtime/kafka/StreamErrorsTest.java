package io.missionwatch.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.missionwatch.runtime.deadletters.BrokenMachineException;
import io.missionwatch.runtime.deadletters.DeadLetters;
import io.missionwatch.topics.Layout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamErrorsTest {

    @TempDir
    private Path directory;

    private TopologyTestDriver driver;
    private TestOutputTopic<byte[], byte[]> deadLetters;

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void turnsARecordThatCannotBeProcessedIntoADeadLetterAndGoesOn() {
        start();

        pipe("bad");
        pipe("good");

        assertThat(text(deadLetters.readRecord().headers(), DeadLetters.ERROR_MESSAGE))
                .isEqualTo("bad in itself");
        assertThat(deadLetters.isEmpty()).isTrue();
        assertThat(outputs().readValue()).isEqualTo("good".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void stopsTheTaskWhenTheMachineIsBroken() {
        start();

        assertThatThrownBy(() -> pipe("broken-machine")).hasRootCauseMessage("disk gone");
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    private void start() {
        var builder = new StreamsBuilder();
        builder.stream(
                        "news.articles",
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read"))
                .mapValues(StreamErrorsTest::work, Named.as("work"))
                .to(
                        "out",
                        Produced.<byte[], byte[]>as("write")
                                .withKeySerde(Serdes.ByteArray())
                                .withValueSerde(Serdes.ByteArray()));
        var properties = settings().forStreams();
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        driver = new TopologyTestDriver(builder.build(), properties);
        deadLetters = driver.createOutputTopic(
                "news.articles.dead-letter", new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private TestOutputTopic<byte[], byte[]> outputs() {
        return driver.createOutputTopic("out", new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void pipe(String value) {
        driver.createInputTopic("news.articles", new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new byte[] {1}, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] work(byte[] value) {
        return switch (new String(value, StandardCharsets.UTF_8)) {
            case "bad" -> throw new IllegalArgumentException("bad in itself");
            case "broken-machine" ->
                throw new BrokenMachineException("disk gone", new IllegalStateException("disk gone"));
            default -> value;
        };
    }

    private KafkaSettings settings() {
        return new KafkaSettings(
                "test", directory, Layout.EMBEDDED, true, Duration.ofMillis(30), 1, Map.of(), Map.of());
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
