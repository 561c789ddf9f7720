package io.missionwatch.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.reference.LiveReference;
import io.missionwatch.enrich.reference.ReferenceData;
import io.missionwatch.runtime.control.ControlRefusals;
import io.missionwatch.runtime.deadletters.DeadLetterHandler;
import io.missionwatch.runtime.deadletters.DeadLetters;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.EnrichedArticle;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.MissionType;
import io.missionwatch.schema.NewsEvent;
import io.missionwatch.schema.TextField;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichTopologyTest {

    private static final ReferenceData BUILT_IN = BuiltIn.REFERENCE;
    private static final ArticleEnricher ENRICHER = BuiltIn.ENRICHER;
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final String BOMB =
            "KABUL - A car bomb exploded outside the Norwegian embassy in Kabul on Wednesday,"
                    + " killing three guards, the interior ministry said.";

    @TempDir
    private Path directory;

    private final AvroSerdes serdes = AvroSerdes.local();
    private TopologyTestDriver driver;
    private TestInputTopic<String, Article> articles;
    private TestOutputTopic<String, EnrichedArticle> enriched;
    private TestOutputTopic<String, NewsEvent> events;

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
        serdes.close();
    }

    @Test
    void hasTheShapeThatIsPinned() throws IOException {
        var pinned = getClass().getResource("/topology.txt");

        assertThat(topology(Duration.ofSeconds(2)).describe().toString()).isEqualToIgnoringNewLines(read(pinned));
    }

    @Test
    void leavesNoStepToBeNamedByChance() {
        assertThat(topology(Duration.ofSeconds(2)).describe().toString()).doesNotContain("KSTREAM-", "KTABLE-");
    }

    @Test
    void tellsTheEventsOfARevisionAndClosesIt() {
        start(Duration.ofMinutes(1));

        articles.pipeInput("a-1", article(BOMB), NOON);

        var told = events.readRecordsToList();
        assertThat(told).hasSizeGreaterThan(1).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo("a-1");
            assertThat(CloudEventHeaders.read(record.headers())).isPresent();
        });
        var attack = told.get(0).value().getEvent();
        assertThat(attack.getType()).isEqualTo(EventType.ATTACK);
        assertThat(attack.getMissions()).anySatisfy(mission -> {
            assertThat(mission.getType()).isEqualTo(MissionType.EMBASSY);
            assertThat(mission.getSendingState()).isEqualTo("NO");
            assertThat(mission.getHostState()).isEqualTo("AF");
        });
        var closing = told.get(told.size() - 1).value();
        assertThat(closing.getEvent()).isNull();
        assertThat(closing.getSurvivingEventIds()).hasSize(told.size() - 1).contains(attack.getEventId());
    }

    @Test
    void tagsAnArticleWithSpansOfItsOwnText() {
        start(Duration.ofMinutes(1));

        articles.pipeInput("a-1", article(BOMB), NOON);

        var tags = enriched.readValue();
        assertThat(tags.getPlaces()).anySatisfy(place -> {
            assertThat(place.getName()).isEqualTo("Kabul");
            var mention = place.getMentions().stream()
                    .filter(candidate -> candidate.getField() == TextField.BODY)
                    .findFirst()
                    .orElseThrow();
            assertThat(BOMB.substring(mention.getStart(), mention.getEnd())).isEqualToIgnoringCase(mention.getText());
        });
    }

    @Test
    void givesUpAnArticleThatTakesTooLong() {
        start(Duration.ZERO);

        articles.pipeInput("a-1", article(BOMB), NOON);

        assertThat(events.isEmpty()).isTrue();
        var letters = driver.createOutputTopic(
                TopicCatalogue.ARTICLES.deadLetter().name(), new StringDeserializer(), new ByteArrayDeserializer());
        var letter = letters.readRecord();
        assertThat(letter.key()).isEqualTo("a-1");
        assertThat(letter.value()).isEqualTo(bytes(article(BOMB)));
        assertThat(new String(letter.headers().lastHeader(DeadLetters.STAGE).value(), StandardCharsets.UTF_8))
                .isEqualTo("enrich-article");
        assertThat(letters.isEmpty()).isTrue();
    }

    @Test
    void givesUpWhatIsNoArticleAndGoesOn() {
        start(Duration.ofMinutes(1));
        var noArticle = new byte[] {0, 0, 0, 0, 9, 1, 2};

        driver.createInputTopic(TopicCatalogue.ARTICLES.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput("a-0", noArticle, NOON);
        articles.pipeInput("a-1", article(BOMB), NOON);

        var letters = driver.createOutputTopic(
                TopicCatalogue.ARTICLES.deadLetter().name(), new StringDeserializer(), new ByteArrayDeserializer());
        var letter = letters.readRecord();
        assertThat(letter.key()).isEqualTo("a-0");
        assertThat(letter.value()).isEqualTo(noArticle);
        assertThat(enriched.readValue().getArticle().getArticleId()).isEqualTo("a-1");
    }

    private byte[] bytes(Article article) {
        return serdes.of(Article.class).serializer().serialize(TopicCatalogue.ARTICLES.name(), article);
    }

    private void start(Duration budget) {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "enrich-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        driver = new TopologyTestDriver(topology(budget), properties);
        articles = driver.createInputTopic(
                TopicCatalogue.ARTICLES.name(),
                new StringSerializer(),
                serdes.of(Article.class).serializer());
        enriched = driver.createOutputTopic(
                TopicCatalogue.ENRICHED.name(),
                new StringDeserializer(),
                serdes.of(EnrichedArticle.class).deserializer());
        events = driver.createOutputTopic(
                TopicCatalogue.EVENTS.name(),
                new StringDeserializer(),
                serdes.of(NewsEvent.class).deserializer());
    }

    private Topology topology(Duration budget) {
        var metrics = new SimpleMeterRegistry();
        var reference = new LiveReference<>(BUILT_IN, ENRICHER::with, Runnable::run);
        return new EnrichTopology(reference::current, new EnrichMeters(metrics), serdes, budget)
                .build(new ReferenceControl(reference, metrics, ControlRefusals.NONE));
    }

    private static Article article(String body) {
        return Article.newBuilder()
                .setArticleId("a-1")
                .setRevision(1)
                .setFeedId("test")
                .setOutlet("Castellan Herald")
                .setTitle("Car bomb outside Norwegian embassy in Kabul")
                .setBody(body)
                .setPublishedAt(NOON)
                .setFetchedAt(NOON)
                .setEventTime(NOON)
                .build();
    }

    private static String read(java.net.URL resource) throws IOException {
        try (var stream = resource.openStream()) {
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
