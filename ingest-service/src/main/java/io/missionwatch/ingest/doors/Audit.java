package io.missionwatch.ingest.doors;

import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.schema.AuditEntry;
import io.missionwatch.topics.TopicCatalogue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Writes down who changed what.
 *
 * @param source where changes are made, such as {@code /missionwatch/ingest-door}
 * @param entries serialises entries
 */
public record Audit(URI source, Serializer<AuditEntry> entries) {

    private static final int LONGEST_DETAIL = 4_000;

    /**
     * The record of a change.
     *
     * @param by who made it
     * @param action what was done, such as {@code feed.changed}
     * @param subject what it was done to
     * @param detail the change in words or as JSON, without secrets
     */
    public ProducerRecord<byte[], byte[]> record(String by, Instant at, String action, String subject, String detail) {
        return record(AuditEntry.newBuilder()
                .setBy(by)
                .setAt(at)
                .setAction(action)
                .setSubject(subject)
                .setDetail(detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL))
                .build());
    }

    /** The record of an entry. */
    public ProducerRecord<byte[], byte[]> record(AuditEntry entry) {
        var topic = TopicCatalogue.AUDIT.name();
        var record = new ProducerRecord<>(
                topic,
                null,
                entry.getAt().toEpochMilli(),
                entry.getBy().getBytes(StandardCharsets.UTF_8),
                entries.serialize(topic, entry));
        CloudEventHeaders.begin(record.headers(), source, "io.missionwatch.audit", entry.getAt());
        return record;
    }
}
