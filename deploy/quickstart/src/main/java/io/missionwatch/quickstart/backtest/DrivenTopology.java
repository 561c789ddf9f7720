package io.missionwatch.quickstart.backtest;

import io.missionwatch.runtime.deadletters.DeadLetterHandler;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** A topology that takes one record after the other, in event time and without a broker. */
final class DrivenTopology implements AutoCloseable {

    private final AvroSerdes serdes = AvroSerdes.local();
    private final TopologyTestDriver driver;

    /**
     * Makes a topology ready.
     *
     * @param state an empty directory for its stores
     * @param start the first instant of the wall clock
     */
    DrivenTopology(Function<AvroSerdes, Topology> topology, Path state, Instant start) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "backtest");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        driver = new TopologyTestDriver(topology.apply(serdes), properties, start);
    }

    <T extends SpecificRecord> TestInputTopic<String, T> input(Topic topic, Class<T> type) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), serdes.of(type).serializer());
    }

    <T extends SpecificRecord> TestOutputTopic<String, T> output(Topic topic, Class<T> type) {
        return driver.createOutputTopic(
                topic.name(), new StringDeserializer(), serdes.of(type).deserializer());
    }

    void letPass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    @Override
    public void close() {
        driver.close();
        serdes.close();
    }
}
