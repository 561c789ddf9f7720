package io.missionwatch.alert.deliveries.outbox;

import io.missionwatch.cloudevents.CloudEventAttributes;
import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.deadletters.DeadLetters;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.schema.Delivery;
import io.missionwatch.schema.DeliveryOutcome;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/** Writes every attempt to {@code security.deliveries}, and what could not be read to its dead-letter topic. */
public final class DeliveryLog implements Part {

    private static final URI SOURCE = URI.create("/missionwatch/alert-deliveries");
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(30);
    private static final int LONGEST_REASON = 300;

    private final KafkaProducer<byte[], byte[]> producer;
    private final Serializer<Delivery> values;
    private final StringSerializer keys = new StringSerializer();

    private DeliveryLog(KafkaProducer<byte[], byte[]> producer, Serializer<Delivery> values) {
        this.producer = producer;
        this.values = values;
    }

    /** Opens the log. */
    public static DeliveryLog start(KafkaSettings settings, AvroSerdes serdes) {
        return new DeliveryLog(
                new KafkaProducer<>(settings.forProducer(), new ByteArraySerializer(), new ByteArraySerializer()),
                serdes.of(Delivery.class).serializer());
    }

    /** What is written of an attempt. */
    public static Delivery entry(String sink, Parcel parcel, Attempt attempt, boolean again, Instant at) {
        var entry = Delivery.newBuilder()
                .setDeliveryId(parcel.key())
                .setSink(sink)
                .setAlertId(parcel.alert().getAlertId())
                .setRevision(parcel.alert().getRevision())
                .setAttempt(parcel.attempt())
                .setAt(at);
        if (attempt instanceof Attempt.Delivered) {
            return entry.setOutcome(DeliveryOutcome.DELIVERED).build();
        }
        return entry.setOutcome(again ? DeliveryOutcome.RETRY : DeliveryOutcome.GIVEN_UP)
                .setError(shortened(reason(attempt)))
                .build();
    }

    /** Why an attempt failed. */
    static String reason(Attempt attempt) {
        if (attempt instanceof Attempt.Failed failed) {
            return failed.reason();
        }
        if (attempt instanceof Attempt.Refused refused) {
            return refused.reason();
        }
        return attempt instanceof Attempt.Gone gone ? gone.reason() : "";
    }

    /**
     * Writes entries; they are safe once this returns.
     *
     * @throws KafkaException when one could not be written
     */
    public void write(List<Delivery> entries) {
        var sent = new ArrayList<Future<RecordMetadata>>();
        entries.forEach(entry -> sent.add(producer.send(record(entry))));
        await(sent);
    }

    private static void await(List<Future<RecordMetadata>> sent) {
        try {
            for (var one : sent) {
                one.get(WRITTEN_WITHIN.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException failure) {
            throw new KafkaException("deliveries could not be logged", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while deliveries were logged", interrupted);
        }
    }

    /**
     * Sets aside a revision that cannot be read; its dead letter is safe once this returns.
     *
     * @throws KafkaException when it could not be written
     */
    void setAside(RecordDeserializationException bad) {
        var origin = new DeadLetters.Origin(
                bad.topicPartition().topic(), bad.topicPartition().partition(), bad.offset());
        var key = bad.keyBuffer() == null ? null : Utils.toArray(bad.keyBuffer());
        var value = bad.valueBuffer() == null ? null : Utils.toArray(bad.valueBuffer());
        await(List.of(producer.send(DeadLetters.of("deliver", origin, key, value, bad.headers(), bad))));
    }

    @Override
    public String name() {
        return "delivery-log";
    }

    @Override
    public PartState state() {
        return PartState.READY;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }

    private ProducerRecord<byte[], byte[]> record(Delivery entry) {
        var topic = TopicCatalogue.DELIVERIES.name();
        var record = new ProducerRecord<>(
                topic,
                null,
                entry.getAt().toEpochMilli(),
                keys.serialize(topic, entry.getAlertId()),
                values.serialize(topic, entry));
        var id = "%s/%s/%d".formatted(entry.getSink(), entry.getDeliveryId(), entry.getAttempt());
        CloudEventHeaders.write(
                record.headers(),
                new CloudEventAttributes(id, SOURCE, "io.missionwatch.alert.delivery", entry.getAt()));
        return record;
    }

    private static String shortened(String reason) {
        var line = reason.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON);
    }
}
