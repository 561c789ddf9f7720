package io.missionwatch.alert.deliveries.outbox;

import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.schema.Alert;
import io.missionwatch.serde.AvroSerdes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sink at work, as a consumer group of its own, so that none waits for another. What Kafka throws at it starts it anew from
 * what was committed. A receiver in trouble is not the service's trouble: the part stays ready, and meters and log tell.
 */
public final class SinkPart implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(SinkPart.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(4);

    private final SinkOrder order;
    private final Sink sink;
    private final KafkaSettings settings;
    private final AvroSerdes serdes;
    private final DeliveryLog log;
    private final DeliveryMeters meters;
    private final Thread thread;
    private volatile PartState state = new PartState.Waiting("it joins its consumer group");
    private volatile boolean closing;

    private SinkPart(
            SinkOrder order,
            Sink sink,
            KafkaSettings settings,
            AvroSerdes serdes,
            DeliveryLog log,
            DeliveryMeters meters) {
        this.order = order;
        this.sink = sink;
        this.settings = settings;
        this.serdes = serdes;
        this.log = log;
        this.meters = meters;
        this.thread = new Thread(this::work, "sink-" + order.name());
    }

    /** Starts to deliver; the sink is closed with the part. */
    public static SinkPart start(
            SinkOrder order,
            Sink sink,
            KafkaSettings settings,
            AvroSerdes serdes,
            DeliveryLog log,
            DeliveryMeters meters) {
        var part = new SinkPart(order, sink, settings, serdes, log, meters);
        part.thread.setDaemon(true);
        part.thread.start();
        return part;
    }

    @Override
    public String name() {
        return "sink-" + order.name();
    }

    @Override
    public PartState state() {
        return state;
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(CLOSE_WITHIN.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        sink.close();
    }

    private void work() {
        boolean gone = false;
        while (!closing && !gone) {
            try (var counter = new Counter(sink, order)) {
                gone = workOnce(counter);
            } catch (RuntimeException failure) {
                state = new PartState.Waiting("alerts cannot be delivered: " + failure.getMessage());
                LOG.warn("Sink starts again sink={} because={}", order.name(), failure.toString());
                pause();
            }
        }
        if (gone) {
            meters.gone();
            LOG.error("Sink stopped, its receiver is gone; mend or remove it and restart sink={}", order.name());
        }
    }

    private boolean workOnce(Counter counter) {
        var consumer = consumer();
        try {
            return new SinkRun(order, consumer, counter, log, meters, InstantSource.system())
                    .run(() -> closing, () -> state = PartState.READY);
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        }
    }

    private KafkaConsumer<String, Alert> consumer() {
        var properties = settings.forConsumer();
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.applicationId() + ".sink." + order.name());
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, "sink-" + order.name());
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, order.fromBeginning() ? "earliest" : "latest");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
        properties.putAll(Map.of(
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1500,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false));
        return new KafkaConsumer<>(
                properties, new StringDeserializer(), serdes.of(Alert.class).deserializer());
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
