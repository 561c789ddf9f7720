package io.missionwatch.quickstart.letters;

import io.missionwatch.quickstart.stack.Cluster;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.WholeTopic;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the dead letters of a cluster. */
public final class Letters {

    private Letters() {}

    /** Hands on each letter that a filter takes, topic by topic, in the order of its partition. */
    public static void read(Cluster cluster, LetterFilter filter, Consumer<Letter> reader) {
        try (var consumer = new KafkaConsumer<>(
                cluster.kafka().forConsumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.listTopics().keySet().stream()
                    .filter(topic -> topic.endsWith(Topic.DEAD_LETTER_SUFFIX) && filter.takes(topic))
                    .sorted()
                    .forEach(topic -> WholeTopic.read(consumer, topic, record -> {
                        var letter = new Letter(record);
                        if (filter.takes(letter)) {
                            reader.accept(letter);
                        }
                    }));
        }
    }

    /** Bytes of a header as text; what came from elsewhere may be anything. */
    static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
