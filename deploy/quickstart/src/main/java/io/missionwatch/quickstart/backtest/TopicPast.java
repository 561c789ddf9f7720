package io.missionwatch.quickstart.backtest;

import io.missionwatch.schema.Article;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import io.missionwatch.topics.WholeTopic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the past of a topic: the records of a range of time, in the order in which they were written. */
public final class TopicPast {

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
            // Times of records need not rise: some of what comes may be older, and is left out below.
            WholeTopic.read(consumer, topic.name(), from, records::add);
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
}
