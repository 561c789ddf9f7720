package io.missionwatch.e2e;

import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.schema.Article;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How often each address stands in {@code news.articles}, as a reader of committed records sees it. */
final class ItemLog implements AutoCloseable {

    private final AvroSerdes serdes;
    private final KafkaConsumer<String, Article> reader;
    private final Map<String, Integer> counts = new TreeMap<>();

    ItemLog(KafkaSettings kafka, int partitions) {
        serdes = new AvroSerdes(kafka.registry());
        reader = new KafkaConsumer<>(
                kafka.forConsumer(),
                new StringDeserializer(),
                serdes.of(Article.class).deserializer());
        var all = IntStream.range(0, partitions)
                .mapToObj(number -> new TopicPartition(TopicCatalogue.ARTICLES.name(), number))
                .toList();
        reader.assign(all);
        reader.seekToBeginning(all);
    }

    /** Reads what has come; answers how many different items there are by now. */
    int read() {
        for (var record : reader.poll(Duration.ofMillis(200))) {
            counts.merge(record.value().getUrl(), 1, Integer::sum);
        }
        return counts.size();
    }

    Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    /** The items that stand there more than once. */
    List<String> doubled() {
        return counts.entrySet().stream()
                .filter(item -> item.getValue() > 1)
                .map(item -> item.getValue() + " times " + item.getKey())
                .toList();
    }

    @Override
    public void close() {
        reader.close();
        serdes.close();
    }
}
