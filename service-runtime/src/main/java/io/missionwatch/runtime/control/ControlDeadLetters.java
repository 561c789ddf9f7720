package io.missionwatch.runtime.control;

import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.deadletters.DeadLetters;
import io.missionwatch.runtime.kafka.KafkaSettings;
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
public final class ControlDeadLetters implements Part, ControlRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(ControlDeadLetters.class);

    private final KafkaProducer<byte[], byte[]> producer;

    private ControlDeadLetters(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Starts its producer. */
    public static ControlDeadLetters start(KafkaSettings settings) {
        return new ControlDeadLetters(
                new KafkaProducer<>(settings.forProducer(), new ByteArraySerializer(), new ByteArraySerializer()));
    }

    @Override
    public void refused(DeadLetters.Origin origin, Record<String, byte[]> bad, RuntimeException why) {
        var key = bad.key() == null ? null : bad.key().getBytes(StandardCharsets.UTF_8);
        var letter = DeadLetters.of("read-control", origin, key, bad.value(), bad.headers(), why);
        var unused = producer.send(letter, (metadata, failure) -> {
            if (failure != null) {
                LOG.warn("Dead letter lost topic={} offset={}", origin.topic(), origin.offset(), failure);
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
