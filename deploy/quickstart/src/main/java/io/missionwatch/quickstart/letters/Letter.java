package io.missionwatch.quickstart.letters;

import io.missionwatch.runtime.deadletters.DeadLetters;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that a service could not handle, as it lies in a dead-letter topic.
 *
 * @param record as it was read
 */
public record Letter(ConsumerRecord<byte[], byte[]> record) {

    /** Where it lies: topic, partition and offset, separated by slashes. */
    public String place() {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    /** The step that could not handle it. */
    public String stage() {
        return header(DeadLetters.STAGE);
    }

    /** Class of the error. */
    public String errorClass() {
        return header(DeadLetters.ERROR_CLASS);
    }

    /** Message of the error. */
    public String message() {
        return header(DeadLetters.ERROR_MESSAGE);
    }

    /** When it was put aside. */
    public Instant at() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** The topic it came from; empty where that is none of ours. */
    public Optional<Topic> origin() {
        var name = record.topic().substring(0, record.topic().length() - Topic.DEAD_LETTER_SUFFIX.length());
        return TopicCatalogue.withValues().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst();
    }

    /** The text of a header; empty where there is none. */
    public String header(String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> Letters.text(header.value()))
                .orElse("");
    }

    /** The number that a header holds; empty where there is none, or no number. */
    OptionalLong number(String name) {
        try {
            return OptionalLong.of(Long.parseLong(header(name)));
        } catch (NumberFormatException none) {
            return OptionalLong.empty();
        }
    }

    /** The key, as text. */
    public String key() {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }
}
