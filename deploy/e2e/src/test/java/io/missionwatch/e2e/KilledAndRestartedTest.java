package io.missionwatch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.quickstart.demo.DemoFeeds;
import io.missionwatch.quickstart.samples.SampleServer;
import io.missionwatch.quickstart.samples.Samples;
import io.missionwatch.quickstart.stack.AlertReader;
import io.missionwatch.runtime.KafkaSettings;
import io.missionwatch.runtime.Settings;
import io.missionwatch.schema.Alert;
import io.missionwatch.schema.Feed;
import io.missionwatch.serde.AvroSerdes;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code missionwatch run} killed at random moments and started again ends with the very alerts of a run that was left
 * alone, each with revisions 1, 2, 3 ... Three kills in the default suite; {@code -De2e.kills=10} for more.
 */
class KilledAndRestartedTest {

    private static final int KILLS = Integer.getInteger("e2e.kills", 3);
    private static final long SEED = Long.getLong("e2e.seed", System.nanoTime());
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(12);

    @TempDir
    private Path directory;

    private final Samples samples = Samples.builtIn();

    @Test
    void endsWithTheAlertsOfAnUndisturbedRun() throws Exception {
        var start = Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .minus(samples.length())
                .minusSeconds(5);
        try (var server = SampleServer.start(samples, start, InstantSource.system(), 0)) {
            var feeds = feeds(server);
            var undisturbed = new AlertLog();
            finish(feeds, directory.resolve("undisturbed"), undisturbed, 1);

            var random = new Random(SEED);
            var data = directory.resolve("killed");
            for (var kill = 0; kill < KILLS; kill++) {
                killAfter(random.nextLong(LONGEST_LIFE.toMillis()), feeds, data);
            }
            var disturbed = new AlertLog();
            finish(feeds, data, disturbed, undisturbed.last().size());

            assertThat(undisturbed.broken()).isEmpty();
            assertThat(disturbed.broken()).as("seed " + SEED).isEmpty();
            assertThat(disturbed.outcome()).as("seed " + SEED).isEqualTo(undisturbed.outcome());
        }
    }

    private void killAfter(long milliseconds, Path feeds, Path data) throws IOException, InterruptedException {
        try (var run = RunProcess.start(feeds, data, freePort())) {
            // The moment is the point of the test: any condition to wait for would choose it.
            Thread.sleep(milliseconds);
            run.command().kill();
        }
    }

    /** Runs until nothing new has come for a while, and stops as Ctrl-C does. */
    private void finish(Path feeds, Path data, AlertLog log, int atLeast) throws Exception {
        try (var run = RunProcess.start(feeds, data, freePort())) {
            Deadline.await("a running stack").until(run::isUp);
            var kafka = kafka(run);
            try (var serdes = new AvroSerdes(kafka.registry())) {
                var values = serdes.of(Alert.class).deserializer();
                var reader = AlertReader.start(kafka.forConsumer(), values, AlertReader.From.THE_BEGINNING, log::add);
                Deadline.await("alerts").until(() -> log.last().size() >= atLeast);
                Deadline.await("quiet").during(Duration.ofSeconds(8)).until(new Quiet(log::size));
                reader.close();
            }
            assertThat(run.command().stop(10)).isIn(0, 130, 143);
        }
    }

    private static KafkaSettings kafka(RunProcess run) {
        var settings = Map.of(
                "kafka.bootstrap.servers", run.bootstrapServers(),
                "schema.registry.url", run.registry());
        return KafkaSettings.from(Settings.of(settings, KafkaSettings.declared()), "e2e");
    }

    private Path feeds(SampleServer server) throws IOException {
        var yaml = DemoFeeds.of(samples, server).stream()
                .map(KilledAndRestartedTest::yaml)
                .collect(Collectors.joining("", "feeds:\n", ""));
        return Files.writeString(directory.resolve("feeds.yaml"), yaml);
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
                        feed.getSourceClass().name().toLowerCase(java.util.Locale.ROOT),
                        feed.getReliability(),
                        feed.getHomeCountry());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
