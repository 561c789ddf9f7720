package io.missionwatch.e2e;

import static io.missionwatch.topics.TopicCatalogue.ALERT_ACTIONS;
import static io.missionwatch.topics.TopicCatalogue.ALERT_HISTORY;
import static io.missionwatch.topics.TopicCatalogue.ARTICLES;
import static io.missionwatch.topics.TopicCatalogue.ENRICHED;
import static io.missionwatch.topics.TopicCatalogue.EVENTS;
import static io.missionwatch.topics.TopicCatalogue.FEEDS;
import static io.missionwatch.topics.TopicCatalogue.FEED_STATUS;
import static io.missionwatch.topics.TopicCatalogue.PATTERNS;
import static io.missionwatch.topics.TopicCatalogue.REFERENCE_ACTORS;
import static io.missionwatch.topics.TopicCatalogue.REFERENCE_PLACES;
import static io.missionwatch.topics.TopicCatalogue.SUBMISSIONS;
import static io.missionwatch.topics.TopicCatalogue.SUPPRESSIONS;
import static io.missionwatch.topics.TopicCatalogue.WATCH_LISTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.e2e.RegistryFront.Weather;
import io.missionwatch.embedded.Ports;
import io.missionwatch.runtime.ServiceHost;
import io.missionwatch.runtime.deadletters.DeadLetters;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.EnrichedArticle;
import io.missionwatch.schema.FeedStatus;
import io.missionwatch.topics.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad records become dead letters and hold nothing up; a registry that is away is waited for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceFaultsTest {

    private static final String KEY = "bombing";
    private static final List<Topic> READ = List.of(
            FEEDS,
            SUBMISSIONS,
            ARTICLES,
            EVENTS,
            ALERT_ACTIONS,
            PATTERNS,
            SUPPRESSIONS,
            WATCH_LISTS,
            REFERENCE_ACTORS,
            REFERENCE_PLACES);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<ServiceHost, Integer> services = new LinkedHashMap<>();
    private final Map<Topic, Map<Fault, BadRecord>> bad = new HashMap<>();
    private Ground ground;
    private RegistryFront front;

    private record BadRecord(String key, int partition, long offset, ByteBuffer bytes) {}

    @BeforeAll
    void writeBadRecordsBeforeGoodOnes(@TempDir Path directory) throws IOException {
        ground = Ground.start(directory);
        front = RegistryFront.before(ground.registryUrl());
        Stream.of("ingest", "enrich", "alert").forEach(this::start);

        spoil(ARTICLES, KEY, ground.bytesOf(ARTICLES, News.bombing(KEY, 1)));
        ground.write(ARTICLES, KEY, News.bombing(KEY, 1));
        Deadline.await("an alert").until(() -> !alerts().isEmpty());
        spoil(EVENTS, KEY, ground.records(EVENTS).get(0).value());
        var alertId = alerts().get(0).getAlertId();
        spoilAndWrite(ALERT_ACTIONS, alertId, News.comment(alertId));
        spoilAndWrite(FEEDS, KEY, News.feed(KEY));
        spoilAndWrite(SUBMISSIONS, KEY, News.bombing(KEY, 1));
        spoilAndWrite(PATTERNS, KEY, News.pattern());
        spoilAndWrite(SUPPRESSIONS, KEY, News.suppression());
        spoilAndWrite(WATCH_LISTS, KEY, News.watchList());
        spoilAndWrite(REFERENCE_ACTORS, KEY, News.actor(KEY));
        spoilAndWrite(REFERENCE_PLACES, KEY, News.place(KEY));
    }

    private void start(String service) {
        var port = Ports.free(0);
        var settings = ground.settings(Map.of(
                "admin.port",
                Integer.toString(port),
                "schema.registry.url",
                front.url(),
                "max.retries",
                "1",
                "missionwatch.unknown.schema.confirm.ms",
                "300"));
        services.put(
                switch (service) {
                    case "ingest" -> Services.ingest(settings);
                    case "enrich" -> Services.enrich(settings);
                    default -> Services.alert(settings);
                },
                port);
    }

    private void spoilAndWrite(Topic topic, String key, SpecificRecord good) {
        spoil(topic, key, ground.bytesOf(topic, good));
        ground.write(topic, key, good);
    }

    private void spoil(Topic topic, String key, byte[] good) {
        var written = new HashMap<Fault, BadRecord>();
        for (var fault : Fault.values()) {
            var bytes = fault.of(good);
            var where = ground.write(topic, key, bytes);
            written.put(fault, new BadRecord(key, where.partition(), where.offset(), ByteBuffer.wrap(bytes)));
        }
        bad.put(topic, written);
    }

    @AfterAll
    void stop() throws IOException {
        services.keySet().forEach(ServiceHost::close);
        front.close();
        ground.close();
    }

    static Stream<Arguments> faults() {
        return READ.stream().flatMap(topic -> Stream.of(Fault.values()).map(fault -> Arguments.of(topic, fault)));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("faults")
    void setsABadRecordAsideWithItsBytesAndTheReason(Topic topic, Fault fault) {
        var written = bad.get(topic).get(fault);

        var letter = Deadline.await("a dead letter")
                .until(() -> letters(topic, written), found -> found.size() == 1)
                .get(0);

        assertThat(letter.key()).isEqualTo(written.key().getBytes(StandardCharsets.UTF_8));
        assertThat(letter.value()).isEqualTo(written.bytes().array());
        assertThat(header(letter, DeadLetters.STAGE)).isNotBlank();
        assertThat(header(letter, DeadLetters.ERROR_CLASS))
                .isEqualTo(fault.error().getName());
        assertThat(header(letter, DeadLetters.ERROR_MESSAGE)).isNotBlank().isNotEqualTo("null");
        var schemaId = Fault.schemaId(written.bytes().array());
        assertThat(header(letter, DeadLetters.SCHEMA_ID))
                .isEqualTo(schemaId.isPresent() ? "" + schemaId.getAsInt() : "");
    }

    @Test
    void pollsTheGoodFeedBehindTheBadOnes() {
        Deadline.await("the status of the feed")
                .until(() -> ground.values(FEED_STATUS, FeedStatus.class).stream()
                        .anyMatch(status -> status.getFeedId().equals(KEY)));
    }

    @Test
    void takesTheGoodSubmissionBehindTheBadOnes() {
        Deadline.await("the submission")
                .until(() -> ground.records(ARTICLES).stream()
                        .anyMatch(record -> record.headers().lastHeader("ce_id") != null));
    }

    @Test
    void minutesTheGoodActionBehindTheBadOnes() {
        Deadline.await("the comment")
                .until(() ->
                        alerts().stream().anyMatch(alert -> alert.getUpdatedBy().equals("night-desk")));
    }

    @Test
    void raisesAnAlertByTheGoodPatternFromTheGoodEventBehindTheBadOnes() {
        var revisions = Stream.iterate(2, revision -> revision + 1).iterator();

        Deadline.await("an alert of the pattern")
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    ground.write(ARTICLES, KEY, News.bombing(KEY, revisions.next()));
                    return alerts().stream()
                            .anyMatch(alert -> alert.getPatternId().equals(News.PATTERN_ID));
                });
    }

    @ParameterizedTest
    @EnumSource(names = "FAIR", mode = EnumSource.Mode.EXCLUDE)
    void waitsForARegistryThatIsAwayAndGoesOnWhenItIsBack(Weather weather) throws IOException {
        var article = "in-weather-" + weather;
        var later = ground.laterBytesOf(ARTICLES, News.bombing(article, 1), "noted" + weather);
        front.turn(weather);
        ground.write(ARTICLES, article, later);

        Deadline.await("services that are not ready")
                .until(() -> services.values().stream().allMatch(port -> status(port, "/ready") == 503));
        assertThat(services.values())
                .allSatisfy(port -> assertThat(status(port, "/live")).isEqualTo(200));

        front.turn(Weather.FAIR);
        Deadline.await("the article")
                .until(() -> ground.values(ENRICHED, EnrichedArticle.class).stream()
                        .anyMatch(tags -> tags.getArticle().getArticleId().equals(article)));
        Deadline.await("services that are ready")
                .until(() -> services.values().stream().allMatch(port -> status(port, "/ready") == 200));
        assertThat(ground.records(ARTICLES.deadLetter()))
                .noneMatch(letter -> new String(letter.key(), StandardCharsets.UTF_8).equals(article));
    }

    private List<Alert> alerts() {
        return ground.values(ALERT_HISTORY, Alert.class);
    }

    private List<ConsumerRecord<byte[], byte[]>> letters(Topic topic, BadRecord written) {
        return ground.records(topic.deadLetter()).stream()
                .filter(letter -> header(letter, DeadLetters.ORIGINAL_TOPIC).equals(topic.name()))
                .filter(letter -> header(letter, DeadLetters.ORIGINAL_PARTITION).equals("" + written.partition()))
                .filter(letter -> header(letter, DeadLetters.ORIGINAL_OFFSET).equals("" + written.offset()))
                .toList();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private int status(int port, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
