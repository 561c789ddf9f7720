package io.missionwatch.ingest;

import static io.missionwatch.topics.TopicCatalogue.ARTICLES;
import static io.missionwatch.topics.TopicCatalogue.AUDIT;
import static io.missionwatch.topics.TopicCatalogue.FEEDS;
import static io.missionwatch.topics.TopicCatalogue.FEED_STATUS;
import static io.missionwatch.topics.TopicCatalogue.SUBMISSIONS;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.missionwatch.ingest.doors.IngestDoor;
import io.missionwatch.ingest.feeds.FeedParser;
import io.missionwatch.ingest.polling.FeedFetch;
import io.missionwatch.ingest.polling.PageFetch;
import io.missionwatch.ingest.polling.PollSchedule;
import io.missionwatch.ingest.web.QuietSites;
import io.missionwatch.ingest.web.Robots;
import io.missionwatch.ingest.web.WebClient;
import io.missionwatch.ingest.websub.CallbackServer;
import io.missionwatch.ingest.websub.Subscriptions;
import io.missionwatch.runtime.ServiceHost;
import io.missionwatch.runtime.ServiceMain;
import io.missionwatch.runtime.admin.AdminServer;
import io.missionwatch.runtime.kafka.RegistryPart;
import io.missionwatch.runtime.kafka.StreamsPart;
import io.missionwatch.runtime.kafka.TopicSetup;
import io.missionwatch.schema.Feed;
import io.missionwatch.topics.Topic;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.assignment.assignors.StickyTaskAssignor;

/**
 * Reads the feeds of {@code news.feeds} and writes their articles to {@code news.articles}, each revision once; so it does
 * with what is pushed through its door, which also shows and changes the feeds.
 */
public final class IngestService {

    private static final List<Topic> CONTRACTS = List.of(FEEDS, FEED_STATUS, SUBMISSIONS, ARTICLES, AUDIT);
    private static final Duration TICK = Duration.ofMillis(100);

    // A killed instance's open transaction hides its state from the one that takes over, until it times out. Feeds stay
    // where they are, and what has to move moves at once, however long its history is: Kafka's usual assignor would
    // let a new instance catch up for minutes first, and deal all feeds out anew where it need not.
    private static final Map<String, ?> TAKEN_OVER_SOON = Map.of(
            StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
            5_000,
            StreamsConfig.TASK_ASSIGNOR_CLASS_CONFIG,
            StickyTaskAssignor.class.getName());

    private IngestService() {}

    /** Runs the service until it is told to stop. */
    public static void main(String[] arguments) {
        ServiceMain.run("ingest", arguments, IngestConfig.declared(), settings -> start(IngestConfig.from(settings)));
    }

    /** Starts the service. */
    public static ServiceHost start(IngestConfig config) {
        return ServiceHost.start("ingest", host -> {
            var metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            host.own(AdminServer.start(config.admin(), host.health(), metrics));
            new TopicSetup(config.kafka()).prepare(host, topics());
            var registry = RegistryPart.start(host, config.kafka(), CONTRACTS);

            var meters = new IngestMeters(metrics, Clock.systemUTC(), config.feedsShown());
            var web = new WebClient(config.web());
            var desk = host.own(new FetchDesk(config.fetchThreads(), web));
            meters.load(desk);
            var fetch = new FeedFetch(web::get, new FeedParser(config.limits()), Clock.systemUTC());
            var schedule = new PollSchedule(() -> ThreadLocalRandom.current().nextDouble(), config.silentAfterGaps());
            var manners = new PollFeeds.Manners(config.web().connectionsPerHost(), TICK, config.firstSpread());
            var serdes = registry.serdes();
            var clock = Clock.systemUTC();
            var robots = new Robots(web::get, clock);
            var pages = new PageFetch(web::get, robots, new QuietSites(clock), config.pageGap());
            var pushes = pushes(host, config, web);
            var kept = config.articlesKept();
            var feeds = serdes.stored(Feed.class);
            var polls = new PollFeeds(fetch, pages, desk, schedule, manners, kept, feeds, meters, pushes);
            var seen = new SeenArticles(kept, meters);
            var topology = new IngestTopology(serdes, config.kafka().layout().partitionsOf(FEEDS), polls, seen).build();

            host.own(StreamsPart.start(topology, config.kafka(), FEEDS, metrics, TAKEN_OVER_SOON));
            host.own(IngestDoor.start(config.door(), config.kafka(), serdes, meters));
        });
    }

    private static Subscriptions pushes(ServiceHost host, IngestConfig config, WebClient web) {
        var settings = config.webSub();
        var pushes = new Subscriptions(settings.callback(), web::post, Clock.systemUTC());
        if (settings.isOn()) {
            host.own(CallbackServer.start(
                    settings.address(), pushes, config.web().mostBytes()));
        }
        return pushes;
    }

    private static List<Topic> topics() {
        return Stream.concat(CONTRACTS.stream(), Stream.of(FEEDS.deadLetter(), SUBMISSIONS.deadLetter()))
                .toList();
    }
}
