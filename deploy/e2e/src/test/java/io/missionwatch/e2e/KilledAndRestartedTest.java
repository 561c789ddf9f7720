package io.missionwatch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.quickstart.demo.DemoFeeds;
import io.missionwatch.quickstart.samples.SampleServer;
import io.missionwatch.quickstart.samples.Samples;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.Feed;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was killed at random moments and started again ends with the very alerts of a run that was left alone, each with
 * revisions 1, 2, 3 ... Three kills in the default suite; {@code -De2e.kills=10} for more, {@code -De2e.seed} for the same
 * moments again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledAndRestartedTest {

    private static final int KILLS = Integer.getInteger("e2e.kills", 3);
    private static final long SEED = Long.getLong("e2e.seed", System.nanoTime());
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(12);
    private static final Duration FIRST_WORK = Duration.ofSeconds(3);

    private final Samples samples = Samples.builtIn();
    private final Instant start = Instant.now()
            .truncatedTo(ChronoUnit.SECONDS)
            .minus(samples.length())
            .minusSeconds(5);
    private final Random random = new Random(SEED);
    private Path directory;
    private SampleServer server;
    private Path feeds;
    private AlertLog undisturbed;

    /** Where a run keeps its topics. */
    private record Place(String bootstrapServers, String registry) {

        AlertLog read(Topic topic) {
            var log = new AlertLog();
            try (var serdes = new AvroSerdes(Map.of("schema.registry.url", registry))) {
                var values = serdes.of(Alert.class).deserializer();
                TopicContents.of(bootstrapServers, topic.name())
                        .forEach(record -> log.add(values.deserialize(topic.name(), record.value())));
            }
            return log;
        }
    }

    @BeforeAll
    void runUndisturbed(@TempDir Path scratch) throws Exception {
        directory = scratch;
        serve(0);
        feeds = Files.writeString(
                directory.resolve("feeds.yaml"),
                DemoFeeds.of(samples, server).stream()
                        .map(KilledAndRestartedTest::yaml)
                        .collect(Collectors.joining("", "feeds:\n", "")));
        try (var run = RunProcess.start(directory, run("undisturbed"))) {
            Deadline.await("a running stack").until(run::isUp);
            var place = placeOf(run);
            Deadline.await("alerts")
                    .until(() -> place.read(TopicCatalogue.ALERT_HISTORY).size() > 0);
            Deadline.await("quiet")
                    .pollInterval(Duration.ofSeconds(1))
                    .during(Duration.ofSeconds(8))
                    .until(new Quiet(
                            () -> place.read(TopicCatalogue.ALERT_HISTORY).size()));
            undisturbed = place.read(TopicCatalogue.ALERT_HISTORY);
        }
        assertThat(undisturbed.broken()).isEmpty();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aRunEndsWithTheAlertsOfAnUndisturbedOne() throws Exception {
        var run = run("killed");
        kill(KILLS, run);

        endsAsTheUndisturbed(run, KilledAndRestartedTest::placeOf);
    }

    @Test
    void aRunOnTheClusterOfSomebodyElseDoesToo() throws Exception {
        try (var outside = OutsideCluster.start(directory.resolve("outside"))) {
            var run = new ArrayList<>(run("services-alone"));
            run.addAll(List.of("--kafka=" + outside.bootstrapServers(), "--registry=" + outside.registry()));
            run.addAll(List.of("--partitions=3", "--replication=1"));
            kill(fewer(), run);

            endsAsTheUndisturbed(run, up -> new Place(outside.bootstrapServers(), outside.registry()));
        }
    }

    /** A demo has its own web server: it is told to be the one that the others read. */
    @Test
    void aDemoDoesToo() throws Exception {
        var port = server.address().getPort();
        var data = Files.createDirectory(directory.resolve("demo"));
        Files.writeString(data.resolve("demo.properties"), "started-at=" + start + "\nfeed-port=" + port + "\n");
        var demo = List.of("demo", "--data=" + data, "--port=0");
        server.close();
        try {
            kill(fewer(), demo);

            endsAsTheUndisturbed(demo, KilledAndRestartedTest::placeOf);
        } finally {
            serve(port);
        }
    }

    /** A third of the kills is enough where only what is around the services differs. */
    private static int fewer() {
        return (KILLS + 2) / 3;
    }

    private void kill(int times, List<String> arguments) throws Exception {
        for (var kill = 0; kill < times; kill++) {
            try (var run = RunProcess.start(directory, arguments)) {
                // The first hits a stack at work, however slow the machine; the others may hit it while it starts.
                var life = LONGEST_LIFE;
                if (kill == 0) {
                    Deadline.await("a running stack").until(run::isUp);
                    life = FIRST_WORK;
                }
                // The moment is the point of the test: any condition to wait for would choose it.
                Thread.sleep(random.nextLong(life.toMillis()));
                run.command().kill();
            }
        }
    }

    private void endsAsTheUndisturbed(List<String> arguments, Function<RunProcess, Place> places) throws Exception {
        try (var run = RunProcess.start(directory, arguments)) {
            Deadline.await("a running stack").until(run::isUp);
            var place = places.apply(run);
            awaitOutcome(place);
            for (var topic : List.of(TopicCatalogue.ALERT_HISTORY, TopicCatalogue.ALERTS)) {
                var log = place.read(topic);
                assertThat(log.broken()).as(topic.name() + ", seed " + SEED).isEmpty();
                assertThat(log.outcome()).as(topic.name() + ", seed " + SEED).isEqualTo(undisturbed.outcome());
            }
            assertThat(run.command().stopTwice(7)).as(run.command().text()).isIn(0, 130, 143);
        }
    }

    private void awaitOutcome(Place place) {
        try {
            Deadline.await("the outcome")
                    .pollInterval(Duration.ofSeconds(1))
                    .during(Duration.ofSeconds(3))
                    .until(() ->
                            place.read(TopicCatalogue.ALERT_HISTORY).outcome().equals(undisturbed.outcome()));
        } catch (ConditionTimeoutException different) {
            // What follows says what differs.
        }
    }

    private static Place placeOf(RunProcess run) {
        return new Place(run.bootstrapServers(), run.registry());
    }

    private List<String> run(String data) {
        return List.of(
                "run", "--feeds=" + feeds, "--data=" + directory.resolve(data), "--port=0", "--allow-loopback-feeds");
    }

    private void serve(int port) throws IOException {
        server = SampleServer.start(samples, start, InstantSource.system(), port);
    }

    private static String yaml(Feed feed) {
        return """
                  - id: %s
                    url: %s
                    outlet: %s
                    source-class: %s
                    reliability: %s
                    country: %s
                    language: en
                    interval: 2s
                    longest-interval: 3s
                """.formatted(
                        feed.getId(),
                        feed.getUrl(),
                        feed.getOutlet(),
                        feed.getSourceClass().name().toLowerCase(Locale.ROOT),
                        feed.getReliability(),
                        feed.getHomeCountry());
    }
}
