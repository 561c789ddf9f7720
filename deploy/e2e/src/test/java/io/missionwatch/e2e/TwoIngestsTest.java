package io.missionwatch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.embedded.EmbeddedBroker;
import io.missionwatch.embedded.EmbeddedRegistry;
import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.wire.FeedRecords;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.runtime.settings.Settings;
import io.missionwatch.schema.Feed;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two ingest services share the feeds of one broker. One of them is killed at random moments, also while it or the other
 * starts; the other reads its feeds soon, and in the end every item stands in {@code news.articles} once. Two kills in the default suite;
 * {@code -De2e.kills=10} for more.
 */
class TwoIngestsTest {

    private static final int KILLS = Integer.getInteger("e2e.kills", 2);
    private static final long SEED = Long.getLong("e2e.seed", System.nanoTime());
    private static final int SITES = 8;
    private static final int PARTITIONS = 6;
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(6);
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(15);

    @TempDir
    private Path directory;

    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();
    private TestReporter reporter;
    private GrowingSite site;
    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;

    @BeforeEach
    void reportTo(TestReporter testReporter) {
        reporter = testReporter;
    }

    @Test
    void readEveryItemOnceWhicheverIsKilled() throws Exception {
        try (var ownSite = GrowingSite.start(Duration.ofSeconds(1));
                var ownBroker = EmbeddedBroker.start(directory.resolve("broker"));
                var ownRegistry = EmbeddedRegistry.start(ownBroker.bootstrapServers())) {
            site = ownSite;
            broker = ownBroker;
            registry = ownRegistry;
            try {
                shareTheFeeds();
                killAtRandom();
                site.stopGrowing();
                countTheItems();
            } finally {
                services.values().forEach(ServiceProcess::close);
            }
        }
    }

    private void shareTheFeeds() throws Exception {
        start("one");
        Deadline.await("topics").until(services.get("one")::isReady);
        writeFeeds();
        Deadline.await("the first reads all").until(() -> readBy(Set.of("one"), 0));
        start("two");
        Deadline.await("the second is up").until(services.get("two")::isReady);
        var joined = System.nanoTime();
        Deadline.await("the second has its share").until(() -> feedsOf("two", joined) >= SITES / 4);
        tell("the second reads its share", since(joined), true);
    }

    private void killAtRandom() throws Exception {
        var random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            var victim = random.nextBoolean() ? "one" : "two";
            var survivor = victim.equals("one") ? "two" : "one";
            // The moment is the point of the test: any condition to wait for would choose it.
            Thread.sleep(random.nextLong(LONGEST_LIFE.toMillis()));
            boolean survives = services.get(survivor).isReady();
            services.get(victim).kill();
            var killed = System.nanoTime();
            Deadline.await("the survivor reads all").until(() -> readBy(Set.of(survivor), killed));
            tell("kill %d of %s, seed %d".formatted(kill + 1, victim, SEED), since(killed), survives);
            start(victim);
        }
    }

    private void countTheItems() {
        try (var log = new ItemLog(kafka(), PARTITIONS)) {
            var items = site.items(SITES);
            Deadline.await("all items").until(() -> log.read() >= items.size());
            // A moment longer, so that one too many would show.
            Deadline.await("quiet").during(Duration.ofSeconds(5)).until(() -> log.read() == items.size());

            assertThat(log.counts().keySet()).as("seed " + SEED).isEqualTo(items);
            assertThat(log.doubled()).as("seed " + SEED).isEmpty();
        }
    }

    /** Who was up must be in time, as far as the machine has time: what waits for a processor takes over late. */
    private void tell(String what, Duration time, boolean wasUp) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        reporter.publishEntry(
                what, "%d ms at a load of %.1f%s".formatted(time.toMillis(), load, wasUp ? "" : ", while it started"));
        if (wasUp) {
            double crowd = load / (2.0 * Runtime.getRuntime().availableProcessors());
            var within = Duration.ofMillis((long) (TAKEN_OVER_WITHIN.toMillis() * Math.max(1, crowd)));
            assertThat(time).as(what).isLessThan(within);
        }
    }

    private void start(String name) throws IOException {
        services.put(name, IngestProcess.start(name, directory, broker.bootstrapServers(), registry.url()));
    }

    private boolean readBy(Set<String> readers, long since) {
        return IntStream.range(0, SITES)
                .allMatch(number -> site.readersOf(number, since).containsAll(readers));
    }

    private long feedsOf(String reader, long since) {
        return IntStream.range(0, SITES)
                .filter(number -> site.readersOf(number, since).contains(reader))
                .count();
    }

    private static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }

    private void writeFeeds() throws Exception {
        try (var serdes = new AvroSerdes(kafka().registry());
                var producer = new KafkaProducer<>(
                        kafka().forProducer(),
                        new StringSerializer(),
                        serdes.of(Feed.class).serializer())) {
            for (int number = 0; number < SITES; number++) {
                var feed = feed(number);
                producer.send(new ProducerRecord<>(TopicCatalogue.FEEDS.name(), feed.getId(), feed))
                        .get();
            }
        }
    }

    private Feed feed(int number) {
        var feed = FeedRecords.toRecord(
                FeedSource.of("feed-" + number, URI.create(site.feed(number)), "Outlet " + number));
        return Feed.newBuilder(feed)
                .setMinIntervalSeconds(1)
                .setMaxIntervalSeconds(1)
                .build();
    }

    private KafkaSettings kafka() {
        var settings =
                Map.of("kafka.bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url());
        return KafkaSettings.from(Settings.of(settings, KafkaSettings.declared()), "e2e");
    }
}
