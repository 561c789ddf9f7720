package io.missionwatch.quickstart.letters;

import io.missionwatch.ingest.doors.Audit;
import io.missionwatch.quickstart.stack.Cluster;
import io.missionwatch.schema.AuditEntry;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import io.missionwatch.topics.WholeTopic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes dead letters, byte for byte, to the topics they came from, with an entry in the audit for each. */
public final class LetterReplay implements AutoCloseable {

    /** Header of a replayed record: where its letter lies. */
    public static final String REPLAYED_FROM = "missionwatch-replayed-from";

    private static final String OURS = "missionwatch-";
    private static final Set<Topic> ALERTS = Set.of(TopicCatalogue.ALERTS, TopicCatalogue.ALERT_HISTORY);
    private static final String ACTION = "dead-letter.replayed";

    private final KafkaProducer<byte[], byte[]> producer;
    private final LetterBody bodies;
    private final NewestRecords newest;
    private final Audit audit;
    private final Set<String> before;
    private final String by;

    /**
     * A replay.
     *
     * @param by who wants it
     */
    public LetterReplay(Cluster cluster, String by) {
        this.bodies = new LetterBody(cluster);
        this.newest = new NewestRecords(cluster);
        this.audit = cluster.audit();
        this.by = by;
        this.before = replayed(cluster);
        this.producer = new KafkaProducer<>(
                cluster.kafka().forProducer(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Whether a letter was replayed before. */
    public boolean isDone(Letter letter) {
        return before.contains(letter.place());
    }

    /** Whether a topic takes each record once and from its service alone, so that nothing may be replayed to it. */
    public static boolean isWrittenOnce(Topic topic) {
        return ALERTS.contains(topic);
    }

    /** Why the record of a letter would do no good, or harm; empty where it may do well. */
    public String obstacle(Letter letter) {
        var origin = letter.origin();
        if (origin.isEmpty()) {
            return "it came from no topic that is known";
        }
        if (newest.isOutdated(letter, origin.get())) {
            return "its topic has a newer record of this key";
        }
        if (letter.record().value() == null) {
            return "";
        }
        var record = bodies.decoded(letter);
        if (record.isEmpty()) {
            return "its bytes are no record still";
        }
        var expected =
                origin.flatMap(Topic::value).map(schema -> schema.getFullName()).orElse("");
        var found = record.get().getSchema().getFullName();
        return found.equals(expected)
                ? ""
                : "it is of type " + found + ", and " + origin.get().name() + " takes " + expected;
    }

    /**
     * Writes the record of a letter to the topic it came from; it is safe once this returns.
     *
     * @throws KafkaException when it could not be written
     */
    public void replay(Letter letter) {
        var topic = letter.origin().orElseThrow().name();
        var headers = new RecordHeaders();
        letter.record().headers().forEach(header -> {
            if (!header.key().startsWith(OURS)) {
                headers.add(header);
            }
        });
        headers.add(REPLAYED_FROM, letter.place().getBytes(StandardCharsets.UTF_8));
        send(new ProducerRecord<>(
                topic, null, null, letter.record().key(), letter.record().value(), headers));
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        send(audit.record(by, now, ACTION, letter.place(), "to " + topic + ", stage " + letter.stage()));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException failure) {
            throw new KafkaException("cannot write to " + record.topic(), failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing to " + record.topic(), interrupted);
        }
    }

    private static Set<String> replayed(Cluster cluster) {
        var entries = cluster.serdes().of(AuditEntry.class).deserializer();
        var places = new HashSet<String>();
        try (var consumer = new KafkaConsumer<>(
                cluster.kafka().forConsumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            WholeTopic.read(consumer, TopicCatalogue.AUDIT.name(), record -> {
                var entry = entries.deserialize(record.topic(), record.value());
                if (entry.getAction().equals(ACTION)) {
                    places.add(entry.getSubject());
                }
            });
        }
        return places;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
