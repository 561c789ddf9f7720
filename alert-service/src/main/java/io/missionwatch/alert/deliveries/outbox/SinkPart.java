package io.missionwatch.alert.deliveries.outbox;

import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.WorkerPart;
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
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(4);

    private final SinkOrder order;
    private final Sink sink;
    private final KafkaSettings settings;
    private final AvroSerdes serdes;
    private final DeliveryLog log;
    private final DeliveryMeters meters;
    private final WorkerPart worker;

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
        this.worker = new WorkerPart("sink-" + order.name(), "joining its consumer group", CLOSE_WITHIN, this::deliver);
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
        part.worker.start();
        return part;
    }

    private void deliver(WorkerPart part) {
        try (var counter = new Counter(sink, order)) {
            if (runOnce(counter, part)) {
                meters.gone();
                LOG.error("Sink stopped, its receiver is gone; mend or remove it and restart sink={}", order.name());
            }
        }
    }

    private boolean runOnce(Counter counter, WorkerPart part) {
        var consumer = consumer();
        try {
            return new SinkRun(order, consumer, counter, log, meters, InstantSource.system())
                    .run(part::isClosing, part::ready);
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

    @Override
    public String name() {
        return worker.name();
    }

    @Override
    public PartState state() {
        return worker.state();
    }

    @Override
    public void close() {
        worker.close();
        sink.close();
    }
}
