package io.missionwatch.alert;

import io.missionwatch.alert.stream.ControlRefusals;
import io.missionwatch.runtime.DeadLetters;
import io.missionwatch.runtime.KafkaSettings;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the records of control topics that cannot be honoured to their dead-letter topics. The thread that reads control
 * topics has no transaction, so this has a producer of its own; every instance writes what it refused.
 */
final class ControlDeadLetters implements Part, ControlRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(ControlDeadLetters.class);

    private final KafkaProducer<byte[], byte[]> producer;

    private ControlDeadLetters(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    static ControlDeadLetters start(KafkaSettings settings) {
        return new ControlDeadLetters(
                new KafkaProducer<>(settings.forProducer(), new ByteArraySerializer(), new ByteArraySerializer()));
    }

    @Override
    public void refused(String topic, Position position, Record<String, byte[]> bad, RuntimeException why) {
        var origin = new DeadLetters.Origin(topic, position.partition(), position.offset());
        var key = bad.key() == null ? null : bad.key().getBytes(StandardCharsets.UTF_8);
        var letter = DeadLetters.of("read-control", origin, key, bad.value(), bad.headers(), why);
        var unused = producer.send(letter, (metadata, failure) -> {
            if (failure != null) {
                LOG.warn("Dead letter lost topic={} offset={}", topic, position.offset(), failure);
            }
        });
    }

    @Override
    public String name() {
        return "control-dead-letters";
    }

    @Override
    public PartState state() {
        return PartState.READY;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
