package io.missionwatch.runtime.deadletters;

import io.missionwatch.topics.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Makes dead letters: the original bytes of a record that could not be handled, with headers that say where it came from
 * and what was wrong. A dead letter can be replayed by writing key and value to the original topic again.
 */
public final class DeadLetters {

    /** Header: the step that could not handle the record. */
    public static final String STAGE = "missionwatch-stage";

    /** Header: class of the error. */
    public static final String ERROR_CLASS = "missionwatch-error-class";

    /** Header: message of the error, at most 1,000 characters. */
    public static final String ERROR_MESSAGE = "missionwatch-error-message";

    /** Header: the topic that the record was read from. */
    public static final String ORIGINAL_TOPIC = "missionwatch-original-topic";

    /** Header: its partition. */
    public static final String ORIGINAL_PARTITION = "missionwatch-original-partition";

    /** Header: its offset. */
    public static final String ORIGINAL_OFFSET = "missionwatch-original-offset";

    /** Header: the schema id that the value starts with, where it does. */
    public static final String SCHEMA_ID = "missionwatch-schema-id";

    private static final int LONGEST_MESSAGE = 1000;
    private static final int PREFIX_BYTES = 5;

    private DeadLetters() {}

    /**
     * Where a record was read from.
     *
     * @param topic the topic
     * @param partition its partition
     * @param offset its offset, or -1 where there is none
     */
    public record Origin(String topic, int partition, long offset) {}

    /**
     * The dead letter of a record.
     *
     * @param stage the step that could not handle it
     * @param origin where it was read from
     * @param key its key's bytes; may be null, as Kafka's keys may
     * @param value its value's bytes; may be null, as Kafka's values may
     * @param original its headers, which are kept
     * @param error what went wrong
     */
    public static ProducerRecord<byte[], byte[]> of(
            String stage, Origin origin, byte[] key, byte[] value, Headers original, Exception error) {
        var headers = new RecordHeaders(original.toArray());
        put(headers, STAGE, stage);
        put(headers, ERROR_CLASS, error.getClass().getName());
        put(headers, ERROR_MESSAGE, messageOf(error));
        put(headers, ORIGINAL_TOPIC, origin.topic());
        put(headers, ORIGINAL_PARTITION, Integer.toString(origin.partition()));
        put(headers, ORIGINAL_OFFSET, Long.toString(origin.offset()));
        if (value != null && value.length >= PREFIX_BYTES && value[0] == 0) {
            put(
                    headers,
                    SCHEMA_ID,
                    Integer.toString(ByteBuffer.wrap(value, 1, 4).getInt()));
        }
        return new ProducerRecord<>(origin.topic() + Topic.DEAD_LETTER_SUFFIX, null, null, key, value, headers);
    }

    private static String messageOf(Throwable error) {
        var root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        var message =
                root == error ? String.valueOf(error.getMessage()) : error.getMessage() + ": " + root.getMessage();
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
