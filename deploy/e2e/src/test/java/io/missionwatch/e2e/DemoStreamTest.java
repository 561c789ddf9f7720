package io.missionwatch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.embedded.Ports;
import io.missionwatch.quickstart.demo.DemoFeeds;
import io.missionwatch.quickstart.samples.AlertKind;
import io.missionwatch.quickstart.samples.SampleItem;
import io.missionwatch.quickstart.samples.SampleServer;
import io.missionwatch.quickstart.samples.Samples;
import io.missionwatch.quickstart.stack.AlertReader;
import io.missionwatch.quickstart.stack.Backbone;
import io.missionwatch.quickstart.stack.RunningStack;
import io.missionwatch.quickstart.stack.StackPlan;
import io.missionwatch.quickstart.stack.WantedFeeds;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.AlertEvidence;
import io.missionwatch.schema.EventType;
import io.missionwatch.schema.PatternMode;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The whole stream over the demo's feeds: real HTTP, a real broker, a real registry, all three services. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoStreamTest {

    private static final int SPEED = 6;

    /** What operators and the doors of ingest and alert write, of which a demo has none. */
    private static final Set<String> NOT_OF_A_DEMO = Set.of(
            "news.submissions",
            "security.patterns",
            "security.watch-lists",
            "security.deliveries",
            "security.api-tokens",
            "reference.actors",
            "reference.places");

    private final Samples samples = Samples.builtIn();
    private final AlertLog log = new AlertLog();
    private final AlertLog trial = new AlertLog();
    private SampleServer server;
    private Backbone backbone;
    private RunningStack stack;
    private int port;
    private EventStream events;

    @BeforeAll
    void runTheDemoToItsEnd(@TempDir Path directory) throws Exception {
        var start = SampleDay.start(Instant.now());
        server = SampleServer.start(samples, start, FastClock.from(start, SPEED), 0);
        port = Ports.free(0);
        stack = RunningStack.start(
                new StackPlan(directory, port, true, true),
                progress -> backbone = Backbone.embedded(directory, progress),
                (stage, took) -> {},
                WantedFeeds.exactly(DemoFeeds.of(samples, server)),
                AlertReader.From.THE_BEGINNING,
                this::keep);
        events = EventStream.open(URI.create("http://127.0.0.1:" + port + "/api/v1/alerts/stream"));
        Deadline.await("all samples to have been read")
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> keys(TopicCatalogue.ENRICHED), keys -> keys.size() >= articles());
        Deadline.await("quiet").during(Duration.ofSeconds(8)).until(new Quiet(log::size));
    }

    @AfterAll
    void stop() throws IOException {
        if (events != null) {
            events.close();
        }
        if (stack != null) {
            stack.close();
        }
        server.close();
    }

    @Test
    void raisesAnAlertOfTheRightKindForEverySampleThatMustRaiseOne() {
        assertThat(unheard()).isEmpty();
    }

    @Test
    void raisesNoneForTheOthers() {
        var wrong = new ArrayList<String>();
        log.last()
                .forEach(alert -> alert.getEvidence()
                        .forEach(piece -> item(piece)
                                .filter(item -> !item.expected().isAlert())
                                .ifPresent(item -> wrong.add(item.id() + " in " + alert.getTitle()))));

        assertThat(wrong).isEmpty();
    }

    /** The one about expelled diplomats is what the pattern on trial for expulsions is made for. */
    @Test
    void raisesNoneOnTrialEitherButTheExpulsion() {
        var raised = new TreeSet<String>();
        trial.last()
                .forEach(alert -> alert.getEvidence()
                        .forEach(piece -> item(piece)
                                .filter(item -> !item.expected().isAlert())
                                .ifPresent(item -> raised.add(piece.getEventType() + " from " + item.id()))));

        assertThat(raised).containsExactly("EXPULSION from diplomats-expelled");
    }

    @Test
    void raisesNoAlertOfAKindThatACarefulReaderWouldNotExpect() {
        var wrong = new ArrayList<String>();
        log.last()
                .forEach(alert -> alert.getEvidence()
                        .forEach(piece -> item(piece)
                                .filter(item -> kind(piece)
                                        .filter(item.expected()::allows)
                                        .isEmpty())
                                .ifPresent(item -> wrong.add(piece.getEventType() + " from " + item.id()))));

        assertThat(wrong).isEmpty();
    }

    @Test
    void numbersRevisionsWithoutGapOrRepeat() {
        assertThat(log.broken()).isEmpty();
    }

    @Test
    void countsAStoryAndItsCopiesAsOneOrigin() {
        for (var happening : samples.happenings().entrySet()) {
            var origins = log.last().stream()
                    .filter(alert -> concerns(alert, happening.getValue()))
                    .mapToInt(Alert::getOrigins)
                    .max();

            assertThat(origins.orElse(0)).as(happening.getKey()).isEqualTo(samples.origins(happening.getKey()));
        }
    }

    @Test
    void streamsEveryAlertToTheConsole() {
        assertThat(events.alertIds()).containsAll(alertIds());
    }

    @Test
    void writesRecordsThatConfluentsClientDecodesAndCloudEventsHeadersName() throws Exception {
        judgeAnAlertFalse();

        var empty = new TreeSet<String>();
        try (var confluent = new ConfluentReader(backbone.registry().toString())) {
            for (var topic : TopicCatalogue.withValues()) {
                var records = contents(topic);
                for (var record : records) {
                    assertThat(CloudEventHeaders.read(record.headers()))
                            .as(topic.name())
                            .isPresent();
                    assertThat(CloudEventHeaders.trace(record.headers()))
                            .as(topic.name())
                            .isPresent();
                    assertThat(confluent.read(record.value()).getSchema().getFullName())
                            .isEqualTo(topic.value().orElseThrow().getFullName());
                }
                if (records.isEmpty()) {
                    empty.add(topic.name());
                }
            }
        }
        assertThat(empty).as("topics that a demo writes nothing to").isSubsetOf(NOT_OF_A_DEMO);
    }

    @Test
    void writesRecordsThatConfluentsJavaScriptClientDecodes(@TempDir Path scratch) throws Exception {
        JavaScriptReader.assumeInstalled();
        var records = TopicCatalogue.withValues().stream()
                .filter(topic -> !contents(topic).isEmpty())
                .collect(Collectors.toMap(Topic::name, topic -> contents(topic).size()));

        var said = JavaScriptReader.decode(
                backbone.bootstrapServers(), backbone.registry().toString(), records, scratch);

        assertThat(said).isEqualTo("decoded all");
    }

    @Test
    void setsNothingAside() {
        assertThat(TopicCatalogue.all())
                .filteredOn(topic -> topic.name().endsWith(Topic.DEAD_LETTER_SUFFIX))
                .allSatisfy(letters ->
                        assertThat(contents(letters)).as(letters.name()).isEmpty());
    }

    private long articles() {
        return samples.items().stream().map(SampleItem::article).distinct().count();
    }

    private Set<ByteBuffer> keys(Topic topic) {
        return contents(topic).stream()
                .map(record -> ByteBuffer.wrap(record.key()))
                .collect(Collectors.toSet());
    }

    private List<ConsumerRecord<byte[], byte[]>> contents(Topic topic) {
        return TopicContents.of(backbone.bootstrapServers(), topic.name());
    }

    /** Through the API, so that there are an action and the suppression that follows from it. */
    private void judgeAnAlertFalse() throws IOException, InterruptedException {
        var alert = log.last().get(0).getAlertId();
        var judgement = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/alerts/" + alert + "/actions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"kind": "FALSE_POSITIVE", "by": "a test", "reason": "made up", "suppressUntil": "2100-01-01T00:00:00Z"}
                        """))
                .build();
        var answer = HttpClient.newHttpClient().send(judgement, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        Deadline.await("a suppression")
                .until(() -> !contents(TopicCatalogue.SUPPRESSIONS).isEmpty());
    }

    /** Alerts of patterns on trial go to nobody. */
    private void keep(Alert revision) {
        (revision.getMode() == PatternMode.LIVE ? log : trial).add(revision);
    }

    private Set<String> alertIds() {
        return log.last().stream().map(Alert::getAlertId).collect(Collectors.toSet());
    }

    /** Samples that must raise an alert of a kind and have not. */
    private Set<String> unheard() {
        var unheard = new TreeSet<String>();
        for (var item : samples.items()) {
            for (var kind : item.expected().alerts()) {
                if (log.last().stream().noneMatch(alert -> tells(alert, item, kind))) {
                    unheard.add(item.id() + ": " + kind.word());
                }
            }
        }
        return unheard;
    }

    private boolean tells(Alert alert, SampleItem item, AlertKind kind) {
        var host = item.expected().host().orElseThrow();
        return alert.getMissions().stream().anyMatch(mission -> host.equals(mission.getHostState()))
                && alert.getEvidence().stream()
                        .anyMatch(piece -> kind(piece).equals(Optional.of(kind))
                                && item(piece).map(SampleItem::article).equals(Optional.of(item.article())));
    }

    private boolean concerns(Alert alert, List<SampleItem> items) {
        var articles = items.stream().map(SampleItem::article).collect(Collectors.toSet());
        return alert.getEvidence().stream()
                .anyMatch(piece -> item(piece)
                        .map(SampleItem::article)
                        .filter(articles::contains)
                        .isPresent());
    }

    /** The sample that a piece of evidence comes from, by the last part of its address. */
    private Optional<SampleItem> item(AlertEvidence piece) {
        var path = URI.create(piece.getUrl()).getPath();
        return samples.items().stream()
                .filter(item -> path.contains("/" + item.article()))
                .findFirst();
    }

    private static Optional<AlertKind> kind(AlertEvidence piece) {
        return piece.getEventType() == EventType.ATTACK_FOILED
                ? Optional.of(AlertKind.FOILED_ATTACK)
                : List.of(AlertKind.values()).stream()
                        .filter(kind -> kind.name().equals(piece.getEventType().name()))
                        .findFirst();
    }
}
