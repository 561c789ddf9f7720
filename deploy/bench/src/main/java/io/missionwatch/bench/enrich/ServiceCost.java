package io.missionwatch.bench.enrich;

import static io.missionwatch.topics.TopicCatalogue.ARTICLES;
import static io.missionwatch.topics.TopicCatalogue.ENRICHED;
import static io.missionwatch.topics.TopicCatalogue.EVENTS;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.missionwatch.bench.figures.CpuClock;
import io.missionwatch.bench.figures.Row;
import io.missionwatch.bench.load.JavaProcess;
import io.missionwatch.embedded.ClusterProcess;
import io.missionwatch.enrich.EnrichTopology;
import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.wire.ArticleTexts;
import io.missionwatch.enrich.wire.Told;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.kafka.StreamsPart;
import io.missionwatch.runtime.kafka.TopicSetup;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.schema.Article;
import io.missionwatch.serde.AvroSerdes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Measures the topology with Avro, Kafka and exactly-once beside itself with a step that knows beforehand what each article tells:
 * what is read and written is the same. The broker is in a process of its own.
 */
final class ServiceCost {
    private static final int UNCOUNTED = 400;
    private static final int COUNTED = 1_600;
    private static final int LETTERS = 3_000;
    private static final double WANTED = 0.40;
    private static final Instant PUBLISHED = Instant.parse("2024-03-05T12:00:00Z");

    private final ArticleEnricher enricher;
    private final int rounds;

    ServiceCost(ArticleEnricher enricher, int rounds) {
        this.enricher = enricher;
        this.rounds = rounds;
    }

    List<Row> rows() throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("missionwatch-enrich-bench");
        try (var broker = JavaProcess.start(
                List.of("-Xmx512m", "-Dlogback.configurationFile=bench-logback.xml"),
                ClusterProcess.class.getName(),
                List.of(directory.resolve("broker").toString()))) {
            return new Runs(directory, broker, broker.line(), broker.line()).rows();
        } finally {
            delete(directory);
        }
    }

    private static List<Article> articles() {
        var news = new MadeArticles(LETTERS);
        return IntStream.range(0, UNCOUNTED + COUNTED)
                .mapToObj(number -> Article.newBuilder()
                        .setArticleId("made-" + number)
                        .setRevision(1)
                        .setFeedId("made")
                        .setOutlet("Made News")
                        .setTitle("Gunmen attack embassy in Kabul")
                        .setBody(news.article(number, LETTERS))
                        .setPublishedAt(PUBLISHED)
                        .setFetchedAt(PUBLISHED)
                        .setEventTime(PUBLISHED)
                        .build())
                .toList();
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Both sides in turn, on one broker. */
    private final class Runs {
        private final Path directory;
        private final JavaProcess broker;
        private final Map<String, String> addresses;
        private int applications;

        Runs(Path directory, JavaProcess broker, String bootstrap, String registry) {
            this.directory = directory;
            this.broker = broker;
            this.addresses = Map.of("kafka.bootstrap.servers", bootstrap, "schema.registry.url", registry);
        }

        List<Row> rows() throws InterruptedException {
            var articles = written();
            var known = new HashMap<String, Told>();
            articles.forEach(article -> known.put(article.getArticleId(), told(article)));
            var alone = new ArrayList<Double>();
            var together = new ArrayList<Double>();
            var speeds = new ArrayList<Double>();
            for (var round = -1; round < rounds; round++) {
                var passing = run(article -> known.get(article.getArticleId()));
                var enriching = run(ServiceCost.this::told);
                if (round >= 0) {
                    speeds.add(COUNTED / enriching.ownSeconds());
                    alone.add(passing.ownSeconds() / enriching.ownSeconds());
                    together.add(passing.allSeconds() / enriching.allSeconds());
                }
            }
            return List.of(
                    Row.told("articles a CPU second of the service", CpuClock.median(speeds), "%,.0f"),
                    Row.atLeast("its share of the pace of passing through", CpuClock.median(alone), "%.2f", WANTED),
                    Row.atLeast("the same, with the broker's time", CpuClock.median(together), "%.2f", WANTED));
        }

        /** Records can be made once a serde has told Avro which classes to trust. */
        private List<Article> written() {
            var kafka = settings("writer");
            new TopicSetup(kafka).prepare(List.of(ARTICLES, ARTICLES.deadLetter(), ENRICHED, EVENTS));
            try (var serdes = new AvroSerdes(kafka.registry());
                    var producer = new KafkaProducer<>(
                            kafka.forProducer(),
                            new StringSerializer(),
                            serdes.of(Article.class).serializer())) {
                var articles = articles();
                for (var article : articles) {
                    var unused = producer.send(new ProducerRecord<>(ARTICLES.name(), article.getArticleId(), article));
                }
                return articles;
            }
        }

        private CountedStep run(Function<Article, Told> step) throws InterruptedException {
            var kafka = settings("bench-" + applications++);
            var counted = new CountedStep(step, UNCOUNTED, COUNTED, broker::cpu);
            try (var serdes = new AvroSerdes(kafka.registry());
                    var running = StreamsPart.start(
                            new EnrichTopology(counted, serdes).build(), kafka, ARTICLES, new SimpleMeterRegistry())) {
                counted.await(running.name());
            }
            return counted;
        }

        private KafkaSettings settings(String application) {
            var settings = new HashMap<>(addresses);
            settings.put("state.dir", directory.resolve("state").toString());
            settings.put("topics.partitions", "1");
            settings.put("topics.replication", "1");
            settings.put("topics.min-in-sync", "1");
            return KafkaSettings.from(Settings.of(settings, KafkaSettings.declared()), application);
        }
    }

    private Told told(Article article) {
        return Told.of(article, enricher.enrich(ArticleTexts.of(article)));
    }
}
