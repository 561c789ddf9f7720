package io.missionwatch.quickstart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.cloudevents.CloudEventHeaders;
import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.embedded.EmbeddedRegistry;
import io.missionwatch.quickstart.stack.Cluster;
import io.missionwatch.runtime.deadletters.DeadLetters;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.kafka.TopicSetup;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.schema.AuditEntry;
import io.missionwatch.schema.Feed;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import io.missionwatch.topics.WholeTopic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does from a shell, on a broker and a registry of the test. */
@Timeout(120)
class OperatorCommandsTest {

    @TempDir
    static Path data;

    private static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(data.resolve("kafka"));
        registry = EmbeddedRegistry.start(broker.bootstrapServers());
        var settings = Map.of(
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "topics.partitions", "2",
                "topics.replication", "1",
                "topics.min-in-sync", "1");
        new TopicSetup(KafkaSettings.from(Settings.of(settings, KafkaSettings.declared()), "test"))
                .prepare(TopicCatalogue.all());
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
    }

    /** What a command printed, and its exit code. */
    private record Outcome(int code, String text) {}

    private static Outcome run(String... words) {
        var text = new StringWriter();
        var arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--kafka", broker.bootstrapServers(), "--registry", registry.url()));
        var writer = new PrintWriter(text, true);
        int code = Missionwatch.run(writer, writer, arguments.toArray(String[]::new));
        writer.flush();
        return new Outcome(code, text.toString());
    }

    @Test
    void addsChangesPausesAndRemovesFeeds() throws Exception {
        assertThat(run("feeds", "add", "https://news.example/feed", "--id", "news", "--interval", "2m")
                        .code())
                .isZero();
        assertThat(run("feeds", "add", "https://news.example/feed", "--id", "news")
                        .text())
                .contains("there is a feed news already");
        assertThat(run("feeds", "add", "ftp://news.example/feed").text()).contains("url must be an http or https");
        assertThat(run("feeds", "change", "news", "--outlet", "The News", "--exclude", "sport, weather")
                        .code())
                .isZero();
        assertThat(run("feeds", "pause", "news").code()).isZero();
        assertThat(run("feeds", "show", "news").text())
                .contains("\"outlet\" : \"The News\"", "\"interval\" : \"2m\"", "\"paused\" : true", "weather");
        assertThat(run("feeds", "list").text()).contains("ID ", "news", "The News", "PAUSED");
        assertThat(run("feeds", "resume", "news").code()).isZero();

        var list = data.resolve("feeds.opml");
        assertThat(run("feeds", "export", "--out", list.toString()).code()).isZero();
        Files.writeString(list, Files.readString(list).replace("The News", "The Other News"));
        assertThat(run("feeds", "import", list.toString(), "--dry-run").text())
                .contains("change news", "would be: 0 added, 1 changed");
        assertThat(run("feeds", "import", list.toString()).text()).contains("0 added, 1 changed, 0 unchanged");
        assertThat(run("feeds", "export").text()).contains("outlet: The Other News");

        var other = Files.writeString(data.resolve("other.yaml"), "- https://other.example/feed\n");
        assertThat(run("feeds", "import", other.toString(), "--replace").text())
                .contains("remove news", "1 added, 0 changed, 0 unchanged, 1 removed");
        assertThat(run("feeds", "remove", "other-example-feed").code()).isZero();
        assertThat(run("feeds", "remove", "other-example-feed").text()).contains("no feed other-example-feed");
        assertThat(run("feeds", "list", "--json").text()).isBlank();
    }

    @Test
    void listsShowsAndReplaysDeadLetters() throws Exception {
        var feed = Feed.newBuilder()
                .setId("f")
                .setUrl("https://f.example/")
                .setOutlet("F")
                .build();
        try (var cluster = Cluster.of(broker.bootstrapServers(), URI.create(registry.url()), Map.of())) {
            var bytes = cluster.serdes().of(Feed.class).serializer().serialize("news.feeds", feed);
            lay(cluster, bytes, new IllegalArgumentException("it did not fit"));
            lay(
                    cluster,
                    "garbage\u001b[31m".getBytes(StandardCharsets.UTF_8),
                    new IllegalStateException("no\u001bAvro"));
        }

        var listed = run("dead-letters", "list", "--topic", "news.feeds", "--stage", "route-feeds");
        assertThat(listed.text())
                .contains("route-feeds", "IllegalArgumentException", "it did not fit")
                .doesNotContain("\u001b");
        assertThat(listed.text().lines()).hasSize(3);
        assertThat(run("dead-letters", "list", "--error", "illegalstate").text().lines())
                .hasSize(2);
        var place = run("dead-letters", "list", "--json", "--error", "fit").text();
        var partition = place.replaceAll("(?s).*\"partition\":(\\d+).*", "$1");
        var offset = place.replaceAll("(?s).*\"offset\":(\\d+).*", "$1");
        assertThat(run("dead-letters", "show", "news.feeds", partition, offset).text())
                .contains("missionwatch-stage: route-feeds", "\"url\" : \"https://f.example/\"");

        var dry = run("dead-letters", "replay", "--stage", "route-feeds", "--dry-run");
        assertThat(dry.text()).contains("1 would be replayed, 1 left out", "its bytes are no record still");
        assertThat(run("feeds", "list", "--json").text()).isBlank();
        assertThat(run("dead-letters", "replay", "--error", "fit", "--by", "tester")
                        .text())
                .contains("1 replayed, 0 left out");
        assertThat(run("feeds", "show", "f").text()).contains("https://f.example/");
        assertThat(run("dead-letters", "replay", "--error", "fit").text()).contains("replayed before");
        assertThat(run("feeds", "remove", "f").code()).isZero();
    }

    @Test
    void replaysNothingThatWouldUndoAChangeOrRepeatAnAlert() throws Exception {
        assertThat(run("feeds", "add", "https://g.example/feed", "--id", "g").code())
                .isZero();
        var older = records(TopicCatalogue.FEEDS).stream()
                .filter(record -> record.key().equals("g"))
                .findFirst()
                .orElseThrow();
        assertThat(run("feeds", "change", "g", "--outlet", "Newer").code()).isZero();
        try (var cluster = Cluster.of(broker.bootstrapServers(), URI.create(registry.url()), Map.of())) {
            var origin = new DeadLetters.Origin("news.feeds", older.partition(), older.offset());
            lay(cluster, "poll-feeds", origin, "g", older.value(), new IllegalArgumentException("too old"));
            var history = new DeadLetters.Origin("security.alert-history", 0, 0);
            lay(cluster, "deliver", history, "alert", new byte[] {1}, new IllegalArgumentException("too often"));
        }

        assertThat(run("dead-letters", "replay", "--error", "too old").text())
                .contains("its topic has a newer record of this key", "0 replayed, 1 left out");
        assertThat(run("dead-letters", "replay", "--error", "too often", "--force")
                        .text())
                .contains("alerts are written once", "0 replayed, 1 left out");
        assertThat(run("feeds", "show", "g").text()).contains("Newer");
        assertThat(run("feeds", "remove", "g").code()).isZero();
    }

    private static void lay(Cluster cluster, byte[] value, Exception error) throws Exception {
        lay(cluster, "route-feeds", new DeadLetters.Origin("news.feeds", 0, 7), "f", value, error);
    }

    private static void lay(
            Cluster cluster, String stage, DeadLetters.Origin origin, String key, byte[] value, Exception error)
            throws Exception {
        var letter =
                DeadLetters.of(stage, origin, key.getBytes(StandardCharsets.UTF_8), value, new RecordHeaders(), error);
        try (var producer = new KafkaProducer<>(
                cluster.kafka().forProducer(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(letter).get();
        }
    }

    @Test
    void importsArticles() throws Exception {
        var file = Files.writeString(data.resolve("past.jsonl"), "{\"id\": \"1\", \"title\": \"One\"}\nnonsense\n");
        var refused = data.resolve("refused.jsonl");

        var outcome = run("articles", "import", file.toString(), "--refused", refused.toString());

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.text()).contains("sent 1, duplicate 0, refused 1; the reasons stand in " + refused);
        assertThat(refused).content().contains("past.jsonl:2");
    }

    @Test
    void putsListsAndRemovesActorsAndPlaces() throws Exception {
        var file = Files.writeString(data.resolve("reference.yaml"), """
                actors:
                  - {id: zarbul, name: Zarbul Lashkaran, type: ARMED_GROUP, aliases: [Zarbulis]}
                places:
                  - {id: "kabul:example", name: Kart-e-Example, country: AF, latitude: 34.5, longitude: 69.1}
                """);

        assertThat(run("reference", "put", file.toString(), "--by", "amina").text())
                .contains(": 1 actors, 1 places");
        assertThat(run("reference", "list").text().lines())
                .containsExactly("actor zarbul Zarbul Lashkaran", "place kabul:example Kart-e-Example");
        var removed = run("reference", "remove", "zarbul", "nobody", "--by", "amina");
        assertThat(removed).isEqualTo(new Outcome(1, "no operator added nobody" + System.lineSeparator()));
        assertThat(run("reference", "list").text().lines()).containsExactly("place kabul:example Kart-e-Example");

        assertThat(changes("reference."))
                .containsExactly(
                        "amina reference.put reference.actors zarbul",
                        "amina reference.put reference.places kabul:example",
                        "amina reference.removed reference.actors zarbul");
        assertThat(records(TopicCatalogue.REFERENCE_ACTORS))
                .hasSize(2)
                .allMatch(record -> CloudEventHeaders.read(record.headers()).isPresent());
    }

    @Test
    void makesListsAndRevokesTokens() {
        var token = run("tokens", "create", "siem", "--role", "viewer", "--scope", "alerts:read", "--by", "amina")
                .text()
                .strip();
        assertThat(token).startsWith("mw_");
        var id = token.substring("mw_".length(), token.indexOf('_', "mw_".length()));

        assertThat(run("tokens", "list").text())
                .contains(id + "  viewer    siem  ends never  scopes alerts:read")
                .doesNotContain(token);
        assertThat(run("tokens", "revoke", id, "--by", "amina").code()).isZero();
        assertThat(run("tokens", "revoke", id).text()).contains("no token of the id " + id);
        assertThat(changes("token")).hasSize(2).allMatch(change -> change.startsWith("amina token"));
    }

    private static List<String> changes(String action) {
        try (var serdes = new AvroSerdes(Map.of("schema.registry.url", registry.url()))) {
            var entries = serdes.of(AuditEntry.class).deserializer();
            return records(TopicCatalogue.AUDIT).stream()
                    .map(record -> entries.deserialize(record.topic(), record.value()))
                    .filter(entry -> entry.getAction().startsWith(action))
                    .map(entry -> String.join(" ", entry.getBy(), entry.getAction(), entry.getSubject()))
                    .toList();
        }
    }

    private static List<ConsumerRecord<String, byte[]>> records(Topic topic) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            WholeTopic.read(consumer, topic.name(), records::add);
        }
        return records;
    }

    @Test
    void saysWhereNothingRuns() {
        var text = new StringWriter();
        var writer = new PrintWriter(text, true);

        int code = Missionwatch.run(
                writer, writer, "feeds", "list", "--data", data.resolve("none").toString());

        assertThat(code).isEqualTo(2);
        assertThat(text.toString()).contains("nothing runs on");
    }

    @Test
    void drawsHowFarAnImportIs() {
        assertThat(ProgressBar.line(50, 100, 1234))
                .isEqualTo("[" + "#".repeat(15) + " ".repeat(15) + "]  50 %  1,234 articles");
    }
}
