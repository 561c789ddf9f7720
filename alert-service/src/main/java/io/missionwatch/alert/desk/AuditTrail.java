package io.missionwatch.alert.desk;

import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.schema.AuditEntry;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the audit trail, newest entries first. */
public final class AuditTrail {

    private static final TopicPartition PARTITION = new TopicPartition(TopicCatalogue.AUDIT.name(), 0);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final KafkaSettings settings;
    private final AvroSerdes serdes;

    public AuditTrail(KafkaSettings settings, AvroSerdes serdes) {
        this.settings = settings;
        this.serdes = serdes;
    }

    /**
     * A piece of the trail.
     *
     * @param entries newest first
     * @param next where the older ones end; empty where there are none
     */
    public record Page(List<AuditEntry> entries, Optional<Long> next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /**
     * The newest entries.
     *
     * @param most how many
     * @param before only those before this offset; empty for all
     */
    public Page newest(int most, Optional<Long> before) {
        try (var consumer =
                new KafkaConsumer<>(settings.forConsumer(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(PARTITION));
            long first = consumer.beginningOffsets(List.of(PARTITION)).get(PARTITION);
            long end = Math.min(consumer.endOffsets(List.of(PARTITION)).get(PARTITION), before.orElse(Long.MAX_VALUE));
            var found = new ArrayDeque<ConsumerRecord<String, byte[]>>();
            // The marks of transactions take offsets too: a stretch may hold fewer entries than it is long.
            for (long from = end; from > first && found.size() < most; ) {
                long to = from;
                from = Math.max(first, to - 2L * most);
                var older = read(consumer, from, to);
                older.descendingIterator().forEachRemaining(found::addFirst);
            }
            while (found.size() > most) {
                found.removeFirst();
            }
            return page(found, first);
        }
    }

    private Page page(Deque<ConsumerRecord<String, byte[]>> found, long first) {
        var entries = new ArrayList<AuditEntry>();
        found.descendingIterator()
                .forEachRemaining(record -> entries.add(
                        serdes.of(AuditEntry.class).deserializer().deserialize(record.topic(), record.value())));
        var next = Optional.ofNullable(found.peekFirst())
                .map(ConsumerRecord::offset)
                .filter(oldest -> oldest > first);
        return new Page(entries, next);
    }

    private static Deque<ConsumerRecord<String, byte[]>> read(
            KafkaConsumer<String, byte[]> consumer, long from, long to) {
        var records = new ArrayDeque<ConsumerRecord<String, byte[]>>();
        var deadline = Instant.now().plus(WITHIN);
        consumer.seek(PARTITION, from);
        while (consumer.position(PARTITION) < to && Instant.now().isBefore(deadline)) {
            for (var record : consumer.poll(POLL)) {
                if (record.offset() < to) {
                    records.addLast(record);
                }
            }
        }
        return records;
    }
}
