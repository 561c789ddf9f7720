package io.missionwatch.quickstart.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.embedded.EmbeddedRegistry;
import io.missionwatch.schema.Article;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicPastTest {

    private static final String TOPIC = TopicCatalogue.ARTICLES.name();

    @TempDir
    Path directory;

    @Test
    void readsTheRangeOfTimeInTheOrderOfTheStream() throws Exception {
        var written = articles();
        try (var broker = EmbeddedBroker.start(directory.resolve("broker"));
                var registry = EmbeddedRegistry.start(broker.bootstrapServers());
                var serdes = new AvroSerdes(Map.of("schema.registry.url", registry.url()))) {
            Map<String, Object> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
            write(kafka, serdes, written);

            var all = new TopicPast(kafka, serdes, Instant.EPOCH, Instant.now()).articles();
            var march = new TopicPast(
                            kafka,
                            serdes,
                            written.get(1).getFetchedAt(),
                            written.get(3).getFetchedAt())
                    .articles();

            assertThat(all).isEqualTo(new Past.Articles(written));
            assertThat(march).isEqualTo(new Past.Articles(written.subList(1, 3)));
        }
    }

    private static List<Article> articles() throws IOException {
        return ((Past.Articles) Past.in(Path.of("examples/articles.jsonl"))).list();
    }

    private static void write(Map<String, Object> kafka, AvroSerdes serdes, List<Article> articles) throws Exception {
        try (var admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 3, (short) 1))).all().get();
        }
        try (var producer = new KafkaProducer<>(
                kafka, new StringSerializer(), serdes.of(Article.class).serializer())) {
            for (var article : articles) {
                var sent = producer.send(new ProducerRecord<>(
                        TOPIC, null, article.getFetchedAt().toEpochMilli(), article.getArticleId(), article));
                sent.get();
            }
        }
    }
}
