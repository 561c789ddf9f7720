package io.missionwatch.topics;

import java.time.Duration;
import java.util.Map;

/** How long a topic keeps its records, as Kafka's topic settings say it. */
public sealed interface Retention {

    /** The settings of the topic, by Kafka's names. */
    Map<String, String> settings();

    /** What a reader of the topic table sees. */
    String inWords();

    /** Keeps the newest record of each key for as long as the topic lives. */
    record Compacted() implements Retention {
        @Override
        public Map<String, String> settings() {
            return Map.of("cleanup.policy", "compact", "min.cleanable.dirty.ratio", "0.1");
        }

        @Override
        public String inWords() {
            return "compact";
        }
    }

    /**
     * Keeps every record for a time, counted from the record's timestamp.
     *
     * @param time how long, at least a day
     */
    record Deleted(Duration time) implements Retention {
        public Deleted {
            if (time.compareTo(Duration.ofDays(1)) < 0) {
                throw new IllegalArgumentException("a topic keeps its records at least a day, not " + time);
            }
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(time.toMillis()));
        }

        @Override
        public String inWords() {
            return "delete, " + time.toDays() + " days";
        }
    }
}
