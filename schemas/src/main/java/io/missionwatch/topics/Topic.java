package io.missionwatch.topics;

import java.util.Optional;
import org.apache.avro.Schema;

/**
 * One topic of the stream: its name, what its keys and values are, how it is spread and kept, and who writes it.
 *
 * @param name the topic's name in Kafka
 * @param key what the key of a record names, in words
 * @param value schema of the values; empty where values are bytes as they came, as in dead-letter topics
 * @param spread over how many partitions its keys go
 * @param retention how long records stay
 * @param writer who writes it, in words
 */
public record Topic(
        String name, String key, Optional<Schema> value, Spread spread, Retention retention, String writer) {

    /** The suffix of the topic that takes what could not be handled. */
    public static final String DEAD_LETTER_SUFFIX = ".dead-letter";

    /** How a topic is spread over the cluster. */
    public enum Spread {
        /** Partitioned, so that several instances share the work. */
        SHARED,
        /** One partition, because every instance reads all of it. */
        SINGLE
    }

    /** The topic that takes this one's records where they could not be handled. */
    public Topic deadLetter() {
        return new Topic(
                name + DEAD_LETTER_SUFFIX,
                key,
                Optional.empty(),
                spread,
                new Retention.Deleted(TopicCatalogue.DEAD_LETTERS_KEPT),
                "whoever reads " + name);
    }

    /** The subject under which the value schema is registered: the topic's name and {@code -value}. */
    public String valueSubject() {
        return name + "-value";
    }
}
