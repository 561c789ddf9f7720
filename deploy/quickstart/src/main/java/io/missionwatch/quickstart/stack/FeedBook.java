package io.missionwatch.quickstart.stack;

import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.schema.Feed;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import io.missionwatch.topics.WholeTopic;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes the operator's feeds to their topic. */
public final class FeedBook {

    private static final URI SOURCE = URI.create("/missionwatch/operator");
    private static final String TYPE = "io.missionwatch.feed.listed";

    private FeedBook() {}

    /**
     * Makes the topic hold exactly these feeds: writes each, and deletes those that are no longer among them.
     *
     * @param producer settings of a producer that loses nothing
     * @param consumer settings of a consumer
     */
    public static void replace(
            List<Feed> feeds, Map<String, Object> producer, Map<String, Object> consumer, AvroSerdes serdes) {
        var wanted = feeds.stream().map(Feed::getId).collect(Collectors.toSet());
        var gone = new HashSet<>(known(consumer));
        gone.removeAll(wanted);
        try (var writer = new KafkaProducer<>(
                producer, new StringSerializer(), serdes.of(Feed.class).serializer())) {
            for (var id : gone) {
                writer.send(stamped(id, null)).get();
            }
            for (var feed : feeds) {
                writer.send(stamped(feed.getId(), feed)).get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing feeds", interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(
                    "cannot write the feeds to Kafka: " + failure.getCause().getMessage(), failure);
        }
    }

    private static ProducerRecord<String, Feed> stamped(String id, Feed feed) {
        var record = new ProducerRecord<>(TopicCatalogue.FEEDS.name(), id, feed);
        CloudEventHeaders.begin(record.headers(), SOURCE, TYPE, Instant.now());
        return record;
    }

    private static Set<String> known(Map<String, Object> settings) {
        try (var reader = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            return Set.copyOf(
                    WholeTopic.newest(reader, TopicCatalogue.FEEDS.name()).keySet());
        }
    }
}
