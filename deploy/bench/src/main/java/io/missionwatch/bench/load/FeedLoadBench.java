package io.missionwatch.bench.load;

import io.missionwatch.embedded.ClusterProcess;
import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.wire.FeedRecords;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.schema.Feed;
import io.missionwatch.schema.FullTextMode;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Prints what it costs to read many feeds every quarter of an hour: ingest alone in a process, the broker in another, the
 * feeds' server here.
 *
 * <p>All feeds are read once in about two minutes. Then ingest is started again and the operator writes every feed again,
 * which spreads their polls over a quarter of an hour, as they are for good; a part of that quarter is measured. So
 * nothing is simulated: times, pace and answers are those of the steady state.
 *
 * <p>Arguments: number of feeds (10000), seconds to measure (300). {@code -Dload.interval=180} polls each more often, in
 * seconds.
 */
public final class FeedLoadBench {

    private static final Duration INTERVAL = Duration.ofSeconds(Long.getLong("load.interval", 900));
    private static final Duration FIRST_READ = Duration.ofSeconds(100);
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private final int feeds;
    private final Duration window;
    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    private FeedLoadBench(int feeds, Duration window) {
        this.feeds = feeds;
        this.window = window;
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        int feeds = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        var window = Duration.ofSeconds(args.length > 1 ? Integer.parseInt(args[1]) : 300);
        new FeedLoadBench(feeds, window).run();
    }

    private void run() throws Exception {
        var directory = Files.createTempDirectory("missionwatch-feed-load");
        try (var server = FeedServer.start();
                var broker = JavaProcess.start(
                        List.of("-Xmx512m", "-Dlogback.configurationFile=bench-logback.xml"),
                        ClusterProcess.class.getName(),
                        List.of(directory.resolve("broker").toString()))) {
            var bootstrap = broker.line();
            var registry = broker.line();
            try (var ingest = IngestProcess.start(directory, bootstrap, registry, FIRST_READ)) {
                readAll(ingest, server, bootstrap, registry);
                out.printf(
                        "%d feeds read in %d s of processor time; starting again%n",
                        feeds, ingest.process().cpu().toSeconds());
            }
            try (var ingest = IngestProcess.start(directory, bootstrap, registry, INTERVAL)) {
                write(server, bootstrap, registry);
                Thread.sleep(WARM_UP.toMillis());
                out.print(LoadTable.of(Load.measure(ingest, server, window), feeds / (double) INTERVAL.toSeconds()));
                out.flush();
            }
        } finally {
            delete(directory);
        }
    }

    private void readAll(ServiceProcess ingest, FeedServer server, String bootstrap, String registry) throws Exception {
        write(server, bootstrap, registry);
        while (server.answers() < feeds) {
            ingest.process().requireAlive();
            Thread.sleep(1000);
        }
    }

    private void write(FeedServer server, String bootstrap, String registry) throws IOException {
        var settings = Map.of("kafka.bootstrap.servers", bootstrap, "schema.registry.url", registry);
        var kafka = KafkaSettings.from(Settings.of(settings, KafkaSettings.declared()), "bench");
        try (var serdes = new AvroSerdes(kafka.registry());
                var producer = new KafkaProducer<>(
                        kafka.forProducer(),
                        new StringSerializer(),
                        serdes.of(Feed.class).serializer())) {
            for (int number = 0; number < feeds; number++) {
                var feed = feed(number, server.address(number));
                var unused = producer.send(new ProducerRecord<>(TopicCatalogue.FEEDS.name(), feed.getId(), feed));
            }
        }
    }

    private static Feed feed(int number, String address) {
        var feed = FeedRecords.toRecord(FeedSource.of("feed-" + number, URI.create(address), "Outlet " + number));
        return Feed.newBuilder(feed)
                .setMinIntervalSeconds((int) INTERVAL.toSeconds())
                .setMaxIntervalSeconds((int) INTERVAL.toSeconds())
                .setFullText(FullTextMode.NEVER)
                .build();
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
