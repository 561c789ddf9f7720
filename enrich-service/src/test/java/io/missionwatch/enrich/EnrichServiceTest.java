package io.missionwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.embedded.EmbeddedRegistry;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.schema.ActorEntry;
import io.missionwatch.schema.ActorTag;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.EnrichedArticle;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Layout;
import io.missionwatch.topics.TopicCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on a broker and a registry in the process, while an operator changes what it knows. */
class EnrichServiceTest {

    @TempDir
    private Path directory;

    @Test
    void tagsByWhatOperatorsWroteBeforeItsStartAndAfter() {
        try (var broker = EmbeddedBroker.start(directory.resolve("broker"));
                var registry = EmbeddedRegistry.start(broker.bootstrapServers());
                var serdes = new AvroSerdes(Map.of("schema.registry.url", registry.url()))) {
            var config = EnrichConfig.from(Settings.of(settings(broker, registry), EnrichConfig.declared()));
            try (var first = EnrichService.start(config)) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> first.health().isReady());
            }
            try (var actors = producer(config, serdes, ActorEntry.class);
                    var articles = producer(config, serdes, Article.class);
                    var enriched = consumer(config, serdes)) {
                write(actors, TopicCatalogue.REFERENCE_ACTORS.name(), "zarbul", actor("zarbul", "Zarbul Lashkaran"));
                write(articles, TopicCatalogue.ARTICLES.name(), "a-1", article("a-1"));
                try (var second = EnrichService.start(config)) {
                    var told = next(enriched);
                    await().atMost(Duration.ofSeconds(30))
                            .until(() -> second.health().isReady());

                    assertThat(told.getActors()).extracting(ActorTag::getId).containsExactly("zarbul");

                    write(actors, TopicCatalogue.REFERENCE_ACTORS.name(), "zarbul", null);
                    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                        write(articles, TopicCatalogue.ARTICLES.name(), "a-2", article("a-2"));
                        var now = next(enriched);
                        assertThat(now.getActors()).isEmpty();
                        assertThat(told.getReferenceVersion()).startsWith(now.getReferenceVersion() + "+");
                    });
                }
            }
        }
    }

    private Map<String, String> settings(EmbeddedBroker broker, EmbeddedRegistry registry) {
        var settings = new HashMap<String, String>();
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        settings.put("schema.registry.url", registry.url());
        settings.put("state.dir", directory.resolve("state").toString());
        settings.put("topics.partitions", Integer.toString(Layout.EMBEDDED.sharedPartitions()));
        settings.put("topics.replication", "1");
        settings.put("topics.min-in-sync", "1");
        settings.put("admin.port", "0");
        return settings;
    }

    private static <T extends org.apache.avro.specific.SpecificRecord> KafkaProducer<String, T> producer(
            EnrichConfig config, AvroSerdes serdes, Class<T> type) {
        return new KafkaProducer<>(
                config.kafka().forProducer(),
                new StringSerializer(),
                serdes.of(type).serializer());
    }

    private static KafkaConsumer<String, EnrichedArticle> consumer(EnrichConfig config, AvroSerdes serdes) {
        var properties = config.kafka().forConsumer();
        properties.put("group.id", "test");
        var consumer = new KafkaConsumer<>(
                properties,
                new StringDeserializer(),
                serdes.of(EnrichedArticle.class).deserializer());
        consumer.subscribe(List.of(TopicCatalogue.ENRICHED.name()));
        return consumer;
    }

    private static <T> void write(KafkaProducer<String, T> producer, String topic, String key, T value) {
        var unused = producer.send(new ProducerRecord<>(topic, key, value));
        producer.flush();
    }

    private static EnrichedArticle next(KafkaConsumer<String, EnrichedArticle> consumer) {
        var found = new ArrayList<EnrichedArticle>();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(record.value()));
            return !found.isEmpty();
        });
        return found.get(found.size() - 1);
    }

    private static ActorEntry actor(String id, String name) {
        return ActorEntry.newBuilder()
                .setId(id)
                .setName(name)
                .setType(io.missionwatch.schema.ActorType.ARMED_GROUP)
                .build();
    }

    private static Article article(String id) {
        var now = Instant.now();
        return Article.newBuilder()
                .setArticleId(id)
                .setRevision(1)
                .setFeedId("test")
                .setOutlet("Castellan Herald")
                .setTitle("")
                .setBody("Zarbul Lashkaran claimed the blast.")
                .setPublishedAt(now)
                .setFetchedAt(now)
                .setEventTime(now)
                .build();
    }
}
