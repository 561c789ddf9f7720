package io.missionwatch.quickstart.backtest;

import io.missionwatch.schema.Article;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the past of a topic: the records of a range of time, in the order in which they were written. */
public final class TopicPast {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final Map<String, Object> kafka;
    private final AvroSerdes serdes;
    private final Instant from;
    private final Instant to;

    /**
     * The past of a cluster.
     *
     * @param kafka settings of a consumer
     * @param from the first instant
     * @param to the first instant after it; what is written while reading is left out in any case
     */
    public TopicPast(Map<String, Object> kafka, AvroSerdes serdes, Instant from, Instant to) {
        this.kafka = Map.copyOf(kafka);
        this.serdes = serdes;
        this.from = from;
        this.to = to;
    }

    /** The articles of that time. */
    public Past articles() {
        return new Past.Articles(values(TopicCatalogue.ARTICLES, Article.class));
    }

    /** The events of that time, as they were told then. */
    public Past events() {
        return new Past.Events(values(TopicCatalogue.EVENTS, NewsEvent.class));
    }

    private <T extends SpecificRecord> List<T> values(Topic topic, Class<T> type) {
        var records = new ArrayList<ConsumerRecord<String, T>>();
        try (var consumer = new KafkaConsumer<>(
                kafka, new StringDeserializer(), serdes.of(type).deserializer())) {
            var ends = range(consumer, topic);
            var heard = Instant.now();
            while (!ends.isEmpty()) {
                var polled = consumer.poll(POLL);
                polled.forEach(records::add);
                ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
                heard = polled.isEmpty() ? heard : Instant.now();
                if (heard.plus(LONGEST_SILENCE).isBefore(Instant.now())) {
                    throw new BacktestException("nothing comes from " + topic.name() + " any more", null);
                }
            }
        }
        return records.stream()
                .filter(record -> record.value() != null && isWithin(record.timestamp()))
                .sorted(Comparator.<ConsumerRecord<String, T>>comparingLong(ConsumerRecord::timestamp)
                        .thenComparingInt(ConsumerRecord::partition)
                        .thenComparingLong(ConsumerRecord::offset))
                .map(ConsumerRecord::value)
                .toList();
    }

    private boolean isWithin(long millis) {
        return millis >= from.toEpochMilli() && millis < to.toEpochMilli();
    }

    /** Where to stop, by partition; the consumer stands where to start. Times of records need not rise, so none is left out. */
    private Map<TopicPartition, Long> range(KafkaConsumer<String, ?> consumer, Topic topic) {
        var partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        var times = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> times.put(partition, from.toEpochMilli()));
        var ends = new HashMap<>(consumer.endOffsets(partitions));
        consumer.offsetsForTimes(times)
                .forEach((partition, first) -> Optional.ofNullable(first)
                        .ifPresentOrElse(
                                start -> consumer.seek(partition, start.offset()), () -> ends.remove(partition)));
        ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        return ends;
    }
}
