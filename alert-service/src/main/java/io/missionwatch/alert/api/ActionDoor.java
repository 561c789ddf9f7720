package io.missionwatch.alert.api;

import io.missionwatch.alert.access.Principal;
import io.missionwatch.alert.book.ActionKind;
import io.missionwatch.alert.book.AlertStatus;
import io.missionwatch.alert.desk.Actor;
import io.missionwatch.alert.desk.AuditEntries;
import io.missionwatch.cloudevents.CloudEventAttributes;
import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.cloudevents.TraceParent;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertAction;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Takes what people do with alerts and writes it to {@code security.alert-actions}, where the book reads it. The action and
 * its entry in the audit trail are one transaction.
 */
final class ActionDoor implements Part {

    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(10);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_NAME = 200;

    private final KafkaSettings settings;
    private final AvroSerdes serdes;
    private final String transactions;
    private Optional<KafkaProducer<String, byte[]>> producer = Optional.empty();

    private ActionDoor(KafkaSettings settings, AvroSerdes serdes) {
        this.settings = settings;
        this.serdes = serdes;
        this.transactions = settings.applicationId() + "-actions-" + UUID.randomUUID();
    }

    static ActionDoor open(KafkaSettings settings, AvroSerdes serdes) {
        return new ActionDoor(settings, serdes);
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
    public synchronized void close() {
        producer.ifPresent(open -> open.close(CLOSE_WITHIN));
        producer = Optional.empty();
    }

    /**
     * Reads what somebody wants to do with an alert. Whoever signed in cannot act under another name.
     *
     * @throws Invalid saying what is missing or wrong
     */
    static AlertAction read(Alert alert, JsonBody body, Principal principal, Instant now) {
        var kind = body.maybeSymbol("kind", io.missionwatch.schema.ActionKind.class);
        var given = body.maybeText("by", LONGEST_NAME);
        var reason = body.maybeText("reason", LONGEST_TEXT);
        var until = body.maybeTime("suppressUntil");
        if (!body.has("kind")) {
            body.text("kind", LONGEST_NAME);
        }
        if (kind.filter(io.missionwatch.schema.ActionKind.FALSE_POSITIVE::equals)
                        .isPresent()
                && reason.isEmpty()) {
            body.fault("reason", "must be given for a false positive");
        }
        until.filter(end -> !end.isAfter(now)).ifPresent(past -> body.fault("suppressUntil", "must lie ahead"));
        var id = body.maybeText("actionId", LONGEST_NAME);
        body.check();
        return AlertAction.newBuilder()
                .setActionId(id.orElseGet(() -> UUID.randomUUID().toString()))
                .setAlertId(alert.getAlertId())
                .setKind(kind.orElseThrow())
                .setBy(principal.signedIn() ? principal.name() : given.orElse(principal.name()))
                .setAt(now)
                .setReason(reason.orElse(""))
                .setSuppressUntil(until.orElse(null))
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
    synchronized void write(AlertAction action, Actor who) {
        var entry = AuditEntries.of(
                new Actor(action.getBy(), who.origin()),
                "alert." + action.getKind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "alert " + action.getAlertId(),
                action,
                action.getAt());
        var open = opened();
        try {
            open.beginTransaction();
            for (var record : List.of(record(action), AuditEntries.record(entry, serdes))) {
                // The commit fails where one of them was not written.
                var unused = open.send(record);
            }
            open.commitTransaction();
        } catch (KafkaException failure) {
            // Whatever state it is in, a new one begins by ending what it left open.
            close();
            throw failure;
        }
    }

    private KafkaProducer<String, byte[]> opened() {
        if (producer.isEmpty()) {
            var properties = settings.forProducer();
            properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactions);
            properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, WRITTEN_WITHIN.toMillis());
            properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            var opening = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
            try {
                opening.initTransactions();
            } catch (KafkaException failure) {
                opening.close(CLOSE_WITHIN);
                throw failure;
            }
            producer = Optional.of(opening);
        }
        return producer.get();
    }

    private ProducerRecord<String, byte[]> record(AlertAction action) {
        var topic = TopicCatalogue.ALERT_ACTIONS.name();
        var record = new ProducerRecord<>(
                topic,
                null,
                action.getAt().toEpochMilli(),
                action.getAlertId(),
                serdes.of(AlertAction.class).serializer().serialize(topic, action));
        CloudEventHeaders.write(record.headers(), TraceParent.start());
        CloudEventHeaders.write(
                record.headers(),
                new CloudEventAttributes(
                        action.getActionId(), AuditEntries.SOURCE, "io.missionwatch.alert.action", action.getAt()));
        return record;
    }
}
