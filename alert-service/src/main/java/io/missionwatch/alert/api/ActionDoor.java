package io.missionwatch.alert.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.missionwatch.alert.book.ActionKind;
import io.missionwatch.alert.book.AlertStatus;
import io.missionwatch.cloudevents.CloudEventAttributes;
import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.cloudevents.TraceParent;
import io.missionwatch.runtime.KafkaSettings;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertAction;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Takes what people do with alerts and writes it to {@code security.alert-actions}, where the book reads it. */
final class ActionDoor implements Part {

    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(10);
    private static final int LONGEST_TEXT = 4000;
    private static final String NOBODY_IN_PARTICULAR = "operator";
    private static final List<String> FIELDS = List.of("actionId", "kind", "by", "reason", "suppressUntil");

    private final KafkaProducer<String, AlertAction> producer;

    private ActionDoor(KafkaProducer<String, AlertAction> producer) {
        this.producer = producer;
    }

    static ActionDoor open(KafkaSettings settings, AvroSerdes serdes) {
        return new ActionDoor(new KafkaProducer<>(
                settings.forProducer(),
                new StringSerializer(),
                serdes.of(AlertAction.class).serializer()));
    }

    @Override
    public String name() {
        return "action-door";
    }

    @Override
    public PartState state() {
        return PartState.READY;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }

    /**
     * Reads what somebody wants to do with an alert.
     *
     * @throws BadRequest saying what is missing or wrong
     */
    static AlertAction read(Alert alert, JsonNode body, Instant now) {
        body.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new BadRequest("unknown field '" + name + "'; expected " + FIELDS);
            }
        });
        return AlertAction.newBuilder()
                .setActionId(
                        text(body, "actionId").orElseGet(() -> UUID.randomUUID().toString()))
                .setAlertId(alert.getAlertId())
                .setKind(io.missionwatch.schema.ActionKind.valueOf(kind(body).name()))
                .setBy(text(body, "by").orElse(NOBODY_IN_PARTICULAR))
                .setAt(now)
                .setReason(text(body, "reason").orElse(""))
                .setSuppressUntil(
                        text(body, "suppressUntil").map(ActionDoor::time).orElse(null))
                .build();
    }

    /** Whether the status of an alert allows an action; the book has the last word. */
    static boolean isPossible(Alert alert, AlertAction action) {
        var status = AlertStatus.valueOf(alert.getStatus().name());
        return ActionKind.valueOf(action.getKind().name()).from(status).isPresent();
    }

    /**
     * Writes an action; it is safe once this returns.
     *
     * @throws KafkaException when it could not be written
     */
    void write(AlertAction action) {
        var record = new ProducerRecord<>(
                TopicCatalogue.ALERT_ACTIONS.name(), null, action.getAt().toEpochMilli(), action.getAlertId(), action);
        CloudEventHeaders.write(record.headers(), TraceParent.start());
        CloudEventHeaders.write(
                record.headers(),
                new CloudEventAttributes(
                        action.getActionId(),
                        URI.create("/missionwatch/alert-api"),
                        "io.missionwatch.alert.action",
                        action.getAt()));
        try {
            producer.send(record).get(WRITTEN_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new KafkaException("the action could not be written", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while an action was written", interrupted);
        }
    }

    private static ActionKind kind(JsonNode body) {
        var kinds = Stream.of(ActionKind.values()).map(Enum::name).toList();
        return text(body, "kind")
                .map(word -> word.toUpperCase(Locale.ROOT))
                .filter(kinds::contains)
                .map(ActionKind::valueOf)
                .orElseThrow(() -> new BadRequest("'kind' is one of " + kinds));
    }

    private static Optional<String> text(JsonNode body, String name) {
        var value = body.path(name);
        if (value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isBlank())) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.textValue().length() > LONGEST_TEXT) {
            throw new BadRequest("'" + name + "' is a text of at most " + LONGEST_TEXT + " characters");
        }
        return Optional.of(value.textValue().strip());
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException wrong) {
            throw new BadRequest("'suppressUntil' is a time such as 2026-03-02T12:00:00Z");
        }
    }
}
