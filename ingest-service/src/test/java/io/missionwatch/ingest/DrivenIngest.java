package io.missionwatch.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.missionwatch.ingest.feeds.FeedParser;
import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.polling.FeedFetch;
import io.missionwatch.ingest.polling.PageFetch;
import io.missionwatch.ingest.polling.PollSchedule;
import io.missionwatch.ingest.web.QuietSites;
import io.missionwatch.ingest.web.Robots;
import io.missionwatch.ingest.web.WebAnswer;
import io.missionwatch.ingest.websub.Subscriptions;
import io.missionwatch.ingest.wire.FeedRecords;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.Feed;
import io.missionwatch.schema.FeedStatus;
import io.missionwatch.schema.FullTextMode;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.Topic;
import io.missionwatch.topics.TopicCatalogue;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The whole topology without a broker, in front of a web that a test makes up, at a time that a test lets pass. */
final class DrivenIngest implements BeforeEachCallback, AfterEachCallback {

    static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    static final String URL = "https://news.example/feed";

    static final Duration KEPT = Duration.ofDays(120);
    static final int FEEDS_SHOWN = 2;

    final FakeWeb web = new FakeWeb();
    final MeterRegistry metrics = new SimpleMeterRegistry();

    /** Where fetches wait for a test to run them, while it {@link #holdFetches(boolean) holds} them. */
    final Deque<Runnable> desk = new ArrayDeque<>();

    /** What hubs are asked for, the newest last; they always agree. */
    final Deque<Map<String, String>> askedOfHubs = new ArrayDeque<>();

    final Subscriptions pushes =
            new Subscriptions(Optional.of(URI.create("https://us.example")), this::agree, new DrivenClock());

    private final AvroSerdes serdes = AvroSerdes.local();
    private Path state;
    private TopologyTestDriver driver;
    private Duration passed = Duration.ZERO;
    private boolean deskWaits;

    TestInputTopic<String, Feed> feeds;
    TestInputTopic<String, Article> submissions;
    TestOutputTopic<String, Article> articles;
    TestOutputTopic<String, FeedStatus> statuses;

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        state = Files.createTempDirectory("driven-ingest");
        driver = new TopologyTestDriver(topology(), settings(), START);
        feeds = input(TopicCatalogue.FEEDS, Feed.class);
        submissions = input(TopicCatalogue.SUBMISSIONS, Article.class);
        articles = output(TopicCatalogue.ARTICLES, Article.class);
        statuses = output(TopicCatalogue.FEED_STATUS, FeedStatus.class);
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        driver.close();
        serdes.close();
        try (var files = Files.walk(state)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    Topology topology() {
        var polls = polls();
        return new IngestTopology(serdes, 3, polls, new SeenArticles(KEPT, polls.meters())).build();
    }

    PollFeeds polls() {
        var clock = new DrivenClock();
        var meters = new IngestMeters(metrics, clock, FEEDS_SHOWN);
        var fetch = new FeedFetch(web, FeedParser.withDefaults(), clock);
        var manners = new PollFeeds.Manners(1, Duration.ofMillis(100), Duration.ZERO);
        var pages = new PageFetch(web, new Robots(web, clock), new QuietSites(clock), Duration.ZERO);
        return new PollFeeds(
                fetch,
                pages,
                this::take,
                new PollSchedule(() -> 0.5),
                manners,
                KEPT,
                serdes.stored(Feed.class),
                meters,
                pushes);
    }

    private WebAnswer agree(URI hub, Map<String, String> form) {
        askedOfHubs.add(form);
        return new WebAnswer.NotModified(Optional.empty());
    }

    private boolean take(Runnable work) {
        if (deskWaits) {
            desk.add(work);
        } else {
            work.run();
        }
        return true;
    }

    private Properties settings() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "ingest-test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        return settings;
    }

    private <T extends SpecificRecord> TestInputTopic<String, T> input(Topic topic, Class<T> type) {
        return driver.createInputTopic(
                topic.name(), Serdes.String().serializer(), serdes.of(type).serializer());
    }

    private <T extends SpecificRecord> TestOutputTopic<String, T> output(Topic topic, Class<T> type) {
        return driver.createOutputTopic(
                topic.name(), Serdes.String().deserializer(), serdes.of(type).deserializer());
    }

    void holdFetches(boolean held) {
        deskWaits = held;
    }

    void pass(Duration time) {
        passed = passed.plus(time);
        driver.advanceWallClockTime(time);
    }

    /** Lets what is due be fetched, and what was fetched be written. */
    void poll() {
        pass(Duration.ofMillis(100));
        pass(Duration.ofMillis(100));
    }

    /** A feed that takes no pages. */
    static Feed feed(String id, String url) {
        return feed(id, url, FullTextMode.NEVER);
    }

    static Feed feed(String id, String url, FullTextMode pages) {
        var feed = FeedRecords.toRecord(FeedSource.of(id, URI.create(url), "The Example"));
        return Feed.newBuilder(feed).setFullText(pages).build();
    }

    private final class DrivenClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return START.plus(passed);
        }
    }
}
