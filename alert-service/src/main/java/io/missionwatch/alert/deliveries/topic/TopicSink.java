package io.missionwatch.alert.deliveries.topic;

import io.missionwatch.alert.deliveries.formats.AlertFormat;
import io.missionwatch.alert.deliveries.outbox.Attempt;
import io.missionwatch.alert.deliveries.outbox.Parcel;
import io.missionwatch.alert.deliveries.outbox.Sink;
import io.missionwatch.alert.deliveries.plan.PlanMap;
import io.missionwatch.cloudevents.CloudEventAttributes;
import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.topics.TopicCatalogue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes alerts as JSON to a topic that is there already, on our cluster or on another; keyed by alert id. */
public final class TopicSink implements Sink {

    private static final URI SOURCE = URI.create("/missionwatch/alert-deliveries");
    private static final String LEGAL = "[a-zA-Z0-9._-]{1,249}";
    private static final Duration WITHIN = Duration.ofSeconds(20);

    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final AlertFormat format;

    private TopicSink(KafkaProducer<String, byte[]> producer, String topic, AlertFormat format) {
        this.producer = producer;
        this.topic = topic;
        this.format = format;
    }

    /**
     * The topic that a sink's map names.
     *
     * @param kafka how the service reaches its own cluster; {@code kafka} in the map goes over it
     * @throws io.missionwatch.runtime.settings.SettingException naming the key that is missing or wrong
     */
    public static TopicSink from(PlanMap sink, KafkaSettings kafka) {
        var topic = sink.find("topic", TopicSink::topic).orElseThrow(() -> sink.wrong("topic", "is missing"));
        var format = sink.choice("format", AlertFormat.class)
                .orElseThrow(() -> sink.wrong("format", "is missing: missionwatch, ocsf or ecs"));
        var properties = kafka.forProducer();
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) WITHIN.toMillis());
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) WITHIN.toMillis() / 2);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WITHIN.toMillis());
        var own = sink.map("kafka");
        own.keys().forEach(name -> properties.put(name, own.secret(name).orElse("")));
        try {
            return new TopicSink(
                    new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer()), topic, format);
        } catch (KafkaException wrong) {
            throw sink.wrong("kafka", "does not make a producer; see the settings of Kafka's clients");
        }
    }

    @Override
    public Attempt deliver(Parcel parcel) {
        try {
            producer.send(record(parcel)).get(WITHIN.toMillis() * 2, TimeUnit.MILLISECONDS);
            return Attempt.DELIVERED;
        } catch (ExecutionException failure) {
            return failure.getCause() instanceof RecordTooLargeException
                    ? new Attempt.Refused("the record is too large for the topic")
                    : Attempt.Failed.because("not written: " + nameOf(failure.getCause()));
        } catch (KafkaException | TimeoutException failure) {
            return Attempt.Failed.because("not written: " + nameOf(failure));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Attempt.Failed.because("interrupted");
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }

    private ProducerRecord<String, byte[]> record(Parcel parcel) {
        var alert = parcel.alert();
        var record = new ProducerRecord<>(
                topic, null, alert.getUpdatedAt().toEpochMilli(), alert.getAlertId(), format.write(alert));
        CloudEventHeaders.write(
                record.headers(),
                new CloudEventAttributes(parcel.key(), SOURCE, "io.missionwatch.alert", alert.getUpdatedAt()));
        record.headers()
                .remove(CloudEventHeaders.CONTENT_TYPE)
                .add(CloudEventHeaders.CONTENT_TYPE, "application/json".getBytes(StandardCharsets.UTF_8));
        parcel.trace().ifPresent(trace -> CloudEventHeaders.write(record.headers(), trace.next()));
        return record;
    }

    private static String topic(String name) {
        boolean isOurs =
                TopicCatalogue.all().stream().anyMatch(ours -> ours.name().equals(name));
        if (!name.matches(LEGAL) || isOurs) {
            throw new IllegalArgumentException("must be a topic's name, and none that Missionwatch writes itself");
        }
        return name;
    }

    private static String nameOf(Throwable failure) {
        return failure.getClass().getSimpleName();
    }
}
