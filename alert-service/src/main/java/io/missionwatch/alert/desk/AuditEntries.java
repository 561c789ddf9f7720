package io.missionwatch.alert.desk;

import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.schema.ApiToken;
import io.missionwatch.schema.AuditEntry;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Makes the entries of the audit trail. */
public final class AuditEntries {

    /** Where changes are made that come through the API. */
    public static final URI SOURCE = URI.create("/missionwatch/alert-api");

    private AuditEntries() {}

    static <T extends SpecificRecord> AuditEntry of(
            DeskTopic<T> topic, String key, Actor who, Optional<T> before, Change<T> change, Instant now) {
        return AuditEntry.newBuilder()
                .setBy(who.name())
                .setOrigin(who.origin())
                .setAt(now)
                .setAction(change.action())
                .setSubject(topic.thing() + " " + key)
                .setBefore(before.map(AuditEntries::json).orElse(null))
                .setAfter(change.value().map(AuditEntries::json).orElse(null))
                .build();
    }

    /** The entry for something that is no change of a control topic. */
    public static AuditEntry of(Actor who, String action, String subject, SpecificRecord after, Instant now) {
        return AuditEntry.newBuilder()
                .setBy(who.name())
                .setOrigin(who.origin())
                .setAt(now)
                .setAction(action)
                .setSubject(subject)
                .setAfter(json(after))
                .build();
    }

    /** The entry as Kafka takes it. */
    public static ProducerRecord<String, byte[]> record(AuditEntry entry, AvroSerdes serdes) {
        var topic = TopicCatalogue.AUDIT.name();
        var record = new ProducerRecord<>(
                topic,
                null,
                entry.getAt().toEpochMilli(),
                entry.getBy(),
                serdes.of(AuditEntry.class).serializer().serialize(topic, entry));
        CloudEventHeaders.begin(record.headers(), SOURCE, "io.missionwatch.audit", entry.getAt());
        return record;
    }

    /** Avro writes records as JSON; the hash of a token's secret is not for those who read the trail. */
    private static String json(SpecificRecord record) {
        return record instanceof ApiToken token
                ? ApiToken.newBuilder(token).setSecretHash("").build().toString()
                : record.toString();
    }
}
