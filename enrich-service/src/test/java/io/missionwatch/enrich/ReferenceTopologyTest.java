package io.missionwatch.enrich;

import static io.missionwatch.topics.TopicCatalogue.REFERENCE_ACTORS;
import static io.missionwatch.topics.TopicCatalogue.REFERENCE_PLACES;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.missionwatch.enrich.articles.ArticleEnricher;
import io.missionwatch.enrich.reference.LiveReference;
import io.missionwatch.enrich.reference.ReferenceData;
import io.missionwatch.schema.ActorAlias;
import io.missionwatch.schema.ActorEntry;
import io.missionwatch.schema.ActorTag;
import io.missionwatch.schema.ActorType;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.EnrichedArticle;
import io.missionwatch.schema.PlaceEntry;
import io.missionwatch.schema.PlaceTag;
import io.missionwatch.schema.PlaceType;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTopologyTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final ReferenceData BUILT_IN = BuiltIn.REFERENCE;
    private static final ArticleEnricher ENRICHER = BuiltIn.ENRICHER;

    @TempDir
    private Path directory;

    private final AvroSerdes serdes = AvroSerdes.local();
    private final List<String> refused = new ArrayList<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private TopologyTestDriver driver;
    private TestInputTopic<String, ActorEntry> actors;
    private TestInputTopic<String, PlaceEntry> places;
    private TestInputTopic<String, Article> articles;
    private TestOutputTopic<String, EnrichedArticle> enriched;

    @BeforeEach
    void start() {
        var reference = new LiveReference<>(BUILT_IN, ENRICHER::with, Runnable::run);
        var control = new ReferenceControl(
                reference, metrics, (origin, bad, why) -> refused.add(bad.key() + ": " + why.getMessage()));
        var topology = new EnrichTopology(reference::current, new EnrichMeters(metrics), serdes, Duration.ofMinutes(1))
                .build(control);
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "reference-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        driver = new TopologyTestDriver(topology, properties);
        actors = input(REFERENCE_ACTORS.name(), serdes.of(ActorEntry.class).serializer());
        places = input(REFERENCE_PLACES.name(), serdes.of(PlaceEntry.class).serializer());
        articles =
                input(TopicCatalogue.ARTICLES.name(), serdes.of(Article.class).serializer());
        enriched = driver.createOutputTopic(
                TopicCatalogue.ENRICHED.name(),
                new StringDeserializer(),
                serdes.of(EnrichedArticle.class).deserializer());
    }

    @AfterEach
    void close() {
        driver.close();
        serdes.close();
    }

    @Test
    void knowsAnActorThatAnOperatorAdds() {
        var before = enrich("Zarbul Lashkaran claimed the blast.").getReferenceVersion();

        actors.pipeInput("zarbul", actor("zarbul", "Zarbul Lashkaran"));

        var after = enrich("Zarbul Lashkaran claimed the blast.");
        assertThat(after.getActors()).extracting(ActorTag::getId).contains("zarbul");
        assertThat(after.getReferenceVersion()).startsWith(before + "+");
        assertThat(metrics.get("enrich.reference.additions").gauge().value()).isEqualTo(1);
    }

    @Test
    void keepsTheScopeOfAName() {
        var entry = actor("zarbul", "Zarbul Lashkaran");
        entry.setAliases(List.of(ActorAlias.newBuilder()
                .setName("Zarbulis")
                .setCountries(List.of("PE"))
                .build()));

        actors.pipeInput("zarbul", entry);

        assertThat(actorIds("Zarbulis attacked a bank in Peru.")).contains("zarbul");
        assertThat(actorIds("Zarbulis attacked a bank in Kenya.")).doesNotContain("zarbul");
    }

    @Test
    void restoresABuiltInActorWhenItsRecordGoes() {
        actors.pipeInput("taliban", actor("taliban", "Students of the Example"));
        var corrected = actorIds("The Students of the Example and the Haqqanis met.");
        var unknown = actorIds("The Taliban denied it.");
        actors.pipeInput("taliban", (ActorEntry) null);

        assertThat(corrected).contains("taliban");
        assertThat(unknown).doesNotContain("taliban");
        var restored = enrich("The Taliban denied it.");
        assertThat(restored.getActors()).extracting(ActorTag::getId).contains("taliban");
        assertThat(restored.getReferenceVersion()).isEqualTo(BUILT_IN.version());
    }

    @Test
    void refusesABadRecordAndKeepsTheLastGoodOne() {
        actors.pipeInput("zarbul", actor("zarbul", "Zarbul Lashkaran"));

        actors.pipeInput("zarbul", actor("zarbul", "???"));
        actors.pipeInput("another", actor("zarbul", "Zarbul Army"));
        input(REFERENCE_ACTORS.name(), new ByteArraySerializer())
                .pipeInput("zarbul", "no Avro".getBytes(StandardCharsets.UTF_8));

        assertThat(refused)
                .hasSize(3)
                .satisfies(reasons ->
                        assertThat(reasons.get(1)).isEqualTo("another: the key is another and the id zarbul"));
        assertThat(actorIds("Zarbul Lashkaran claimed the blast.")).contains("zarbul");
        assertThat(metrics.get("enrich.reference.refused")
                        .tag("topic", REFERENCE_ACTORS.name())
                        .counter()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void knowsAPlaceThatAnOperatorAdds() {
        places.pipeInput("kabul:kart-e-example", place("kabul:kart-e-example", "Kart-e-Example"));

        assertThat(places("A bomb went off in the Kart-e-Example area of Kabul."))
                .anySatisfy(place -> {
                    assertThat(place.getId()).isEqualTo("kabul:kart-e-example");
                    assertThat(place.getName()).isEqualTo("Kart-e-Example");
                    assertThat(place.getCountryCode()).isEqualTo("AF");
                    assertThat(place.getAdmin1()).isEqualTo("Kabul");
                })
                .anySatisfy(place -> assertThat(place.getName()).isEqualTo("Kabul"));
    }

    @Test
    void prefersTheLongerNameOfAnAddedPlace() {
        places.pipeInput("kabul:example", place("kabul:example", "Kabul Example Crossing"));

        assertThat(places("It happened in Kabul Example Crossing on Monday."))
                .extracting(PlaceTag::getId)
                .containsExactly("kabul:example");
    }

    @Test
    void restoresABuiltInPlaceWhenItsRecordGoes() {
        var kabul = "geonames:1138958";
        places.pipeInput(kabul, place(kabul, "Kabulexample"));
        var corrected = places("He was in Kabulexample. He was in Kabul.");
        places.pipeInput(kabul, (PlaceEntry) null);
        var restored = places("He was in Kabulexample. He was in Kabul.");

        assertThat(corrected)
                .filteredOn(place -> place.getId().equals(kabul))
                .extracting(PlaceTag::getName)
                .containsExactly("Kabulexample");
        assertThat(restored)
                .filteredOn(place -> place.getId().equals(kabul))
                .extracting(PlaceTag::getName)
                .containsExactly("Kabul");
    }

    @Test
    void refusesAPlaceInADivisionThatIsNotThere() {
        var entry = place("kabul:example", "Kart-e-Example");
        entry.setAdmin1("Nowhere Province");

        places.pipeInput("kabul:example", entry);

        assertThat(refused)
                .containsExactly("kabul:example: place kabul:example: AF has no first-order division Nowhere Province");
    }

    private static ActorEntry actor(String id, String name) {
        return ActorEntry.newBuilder()
                .setId(id)
                .setName(name)
                .setType(ActorType.ARMED_GROUP)
                .build();
    }

    private static PlaceEntry place(String id, String name) {
        return PlaceEntry.newBuilder()
                .setId(id)
                .setName(name)
                .setType(PlaceType.CITY)
                .setCountryCode("AF")
                .setAdmin1("Kabul")
                .setLatitude(34.5)
                .setLongitude(69.1)
                .setPopulation(100_000)
                .build();
    }

    private List<String> actorIds(String body) {
        return enrich(body).getActors().stream().map(ActorTag::getId).toList();
    }

    private List<PlaceTag> places(String body) {
        return enrich(body).getPlaces();
    }

    private EnrichedArticle enrich(String body) {
        articles.pipeInput(
                "a-1",
                Article.newBuilder()
                        .setArticleId("a-1")
                        .setRevision(1)
                        .setFeedId("test")
                        .setOutlet("Castellan Herald")
                        .setTitle("")
                        .setBody(body)
                        .setPublishedAt(NOON)
                        .setFetchedAt(NOON)
                        .setEventTime(NOON)
                        .build(),
                NOON);
        return enriched.readValue();
    }

    private <T> TestInputTopic<String, T> input(String topic, Serializer<T> values) {
        return driver.createInputTopic(topic, new StringSerializer(), values);
    }
}
