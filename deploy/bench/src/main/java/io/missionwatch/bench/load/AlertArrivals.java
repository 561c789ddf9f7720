package io.missionwatch.bench.load;

import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertEvidence;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Notes when the first alert with evidence of an article can be read by anybody. */
final class AlertArrivals implements AutoCloseable {

    private final KafkaConsumer<String, Alert> consumer;
    private final Map<String, Long> nanosOfArticle = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::read, "arrivals");
    private volatile boolean closing;

    private AlertArrivals(KafkaConsumer<String, Alert> consumer) {
        this.consumer = consumer;
    }

    static AlertArrivals start(String bootstrap, AvroSerdes serdes) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", bootstrap, "isolation.level", "read_committed", "enable.auto.commit", false);
        var consumer = new KafkaConsumer<>(
                settings, new StringDeserializer(), serdes.of(Alert.class).deserializer());
        var topic = TopicCatalogue.ALERTS.name();
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        var arrivals = new AlertArrivals(consumer);
        arrivals.thread.setDaemon(true);
        arrivals.thread.start();
        return arrivals;
    }

    private void read() {
        while (!closing) {
            var records = consumer.poll(Duration.ofMillis(100));
            long now = System.nanoTime();
            records.forEach(record -> Optional.ofNullable(record.value()).ifPresent(alert -> note(alert, now)));
        }
    }

    private void note(Alert alert, long now) {
        for (AlertEvidence evidence : alert.getEvidence()) {
            nanosOfArticle.putIfAbsent(evidence.getArticleId(), now);
        }
    }

    /** When it could be read, by {@link System#nanoTime()}. */
    Optional<Long> of(String articleId) {
        return Optional.ofNullable(nanosOfArticle.get(articleId));
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
            consumer.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
