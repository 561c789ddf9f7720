package io.missionwatch.ingest;

import static io.missionwatch.ingest.FakeWeb.rss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.missionwatch.ingest.feeds.FeedParser;
import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.polling.FeedFetch;
import io.missionwatch.ingest.polling.PageFetch;
import io.missionwatch.ingest.polling.PollSchedule;
import io.missionwatch.ingest.web.Robots;
import io.missionwatch.ingest.web.WebAnswer;
import io.missionwatch.ingest.websub.Subscriptions;
import io.missionwatch.ingest.wire.FeedRecords;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.Feed;
import io.missionwatch.schema.FeedStatus;
import io.missionwatch.schema.FeedStatusWord;
import io.missionwatch.schema.FullTextMode;
import io.missionwatch.schema.TextSource;
import io.missionwatch.serde.AvroSerdes;
import io.missionwatch.topics.TopicCatalogue;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTopologyTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final String URL = "https://news.example/feed";

    private final FakeWeb web = new FakeWeb();
    private final AvroSerdes serdes = AvroSerdes.local();
    private final Deque<Runnable> atTheDesk = new ArrayDeque<>();
    private boolean deskWaits;

    @TempDir
    Path state;

    private TopologyTestDriver driver;
    private TestInputTopic<String, Feed> feeds;
    private TestInputTopic<String, Article> submissions;
    private TestOutputTopic<String, Article> articles;
    private TestOutputTopic<String, FeedStatus> statuses;

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(topology(), settings(), START);
        feeds = driver.createInputTopic(
                TopicCatalogue.FEEDS.name(),
                Serdes.String().serializer(),
                serdes.of(Feed.class).serializer());
        submissions = driver.createInputTopic(
                TopicCatalogue.SUBMISSIONS.name(),
                Serdes.String().serializer(),
                serdes.of(Article.class).serializer());
        articles = driver.createOutputTopic(
                TopicCatalogue.ARTICLES.name(),
                Serdes.String().deserializer(),
                serdes.of(Article.class).deserializer());
        statuses = driver.createOutputTopic(
                TopicCatalogue.FEED_STATUS.name(),
                Serdes.String().deserializer(),
                serdes.of(FeedStatus.class).deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
        serdes.close();
    }

    private Topology topology() {
        var meters = new IngestMeters(new SimpleMeterRegistry());
        InstantSource time = () -> driver == null ? START : START.plusMillis(passed);
        var fetch = new FeedFetch(web, FeedParser.withDefaults(), clock(time));
        var manners = new PollFeeds.Manners(1, Duration.ofMillis(100), Duration.ZERO);
        var pages = new PageFetch(web, new Robots(web, clock(time)), Duration.ZERO);
        var polls = new PollFeeds(
                fetch,
                pages,
                this::take,
                new PollSchedule(() -> 0.5),
                manners,
                serdes.stored(Feed.class),
                meters,
                Subscriptions.none());
        return new IngestTopology(serdes, 3, polls, new SeenArticles(Duration.ofDays(120), meters)).build();
    }

    private static Clock clock(InstantSource source) {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return source.instant();
            }
        };
    }

    private boolean take(Runnable work) {
        if (deskWaits) {
            atTheDesk.add(work);
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

    private long passed;

    private void pass(Duration time) {
        passed += time.toMillis();
        driver.advanceWallClockTime(time);
    }

    private void poll() {
        pass(Duration.ofMillis(100));
        pass(Duration.ofMillis(100));
    }

    private static Feed feed(String id, String url) {
        var feed = FeedRecords.toRecord(FeedSource.of(id, URI.create(url), "The Example"));
        return Feed.newBuilder(feed).setFullText(FullTextMode.NEVER).build();
    }

    @Test
    void keepsItsShape() throws IOException {
        var description = topology().describe().toString();

        try (var pinned = getClass().getResourceAsStream("/topology.txt")) {
            assertThat(description).isEqualTo(new String(pinned.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(description).doesNotContain("KSTREAM-", "KTABLE-");
    }

    @Test
    void writesEachItemOnceAndItsChangesAsRevisions() {
        web.serve(URL, rss("https://news.example/1|One", "https://news.example/2|Two"), "a");
        feeds.pipeInput("f", feed("f", URL));
        poll();
        assertThat(articles.readValuesToList()).extracting(Article::getTitle).containsExactly("Two", "One");

        pass(Duration.ofHours(2));
        poll();
        assertThat(articles.isEmpty()).isTrue();

        web.serve(URL, rss("https://news.example/1|One, changed", "https://news.example/2|Two"), "b");
        pass(Duration.ofHours(2));
        poll();
        var changed = articles.readValuesToList();
        assertThat(changed).extracting(Article::getTitle).containsExactly("One, changed");
        assertThat(changed).extracting(Article::getRevision).containsExactly(2);
    }

    @Test
    void sendsBackWhatTheServerGaveToTellVersionsApart() {
        web.serve(URL, rss("https://news.example/1|One"), "W/\"x y\"");
        feeds.pipeInput("f", feed("f", URL));
        poll();
        pass(Duration.ofHours(2));
        poll();

        assertThat(web.asked)
                .last()
                .satisfies(request -> assertThat(request.etag()).contains("W/\"x y\""));
        assertThat(statuses.readValuesToList())
                .extracting(FeedStatus::getStatus)
                .containsExactly(FeedStatusWord.NEW, FeedStatusWord.OK, FeedStatusWord.NOT_MODIFIED);
    }

    @Test
    void writesAStoryOfTwoFeedsOfOneOutletOnce() {
        web.serve(URL, rss("https://news.example/1?utm_source=rss|One|g1|Short."), "a");
        web.serve(URL + "2", rss("https://www.news.example/1/|One|g7|Short."), "a");
        feeds.pipeInput("f", feed("f", URL));
        feeds.pipeInput("g", feed("g", URL + "2"));
        poll();
        poll();
        poll();

        assertThat(web.asked).hasSize(2);
        assertThat(articles.readValuesToList()).hasSize(1);
    }

    @Test
    void isNotFloodedByAFeedThatRenamesItsItems() {
        var text = "A long enough text to be told from others, word after word. ".repeat(5);
        web.serve(URL, renamed(text, "a"), "a");
        feeds.pipeInput("f", feed("f", URL));
        poll();
        assertThat(articles.readValuesToList()).hasSize(6);

        web.serve(URL, renamed(text, "b"), "b");
        pass(Duration.ofHours(2));
        poll();

        assertThat(articles.isEmpty()).isTrue();
        assertThat(statuses.readValuesToList())
                .last()
                .extracting(FeedStatus::getStatus)
                .isEqualTo(FeedStatusWord.CHURNING);
    }

    private static String renamed(String text, String name) {
        return rss(java.util.stream.IntStream.range(0, 6)
                .mapToObj(i -> "|Title %d|%s-%d|%d %s".formatted(i, name, i, i, text))
                .toArray(String[]::new));
    }

    @Test
    void retiresAFeedThatIsGone() {
        web.answer(URL, new WebAnswer.Failed(WebAnswer.Problem.GONE, "the server answered 410", 410, Optional.empty()));
        feeds.pipeInput("f", feed("f", URL));
        poll();
        pass(Duration.ofDays(30));
        poll();

        assertThat(web.asked).hasSize(1);
        assertThat(statuses.readValuesToList()).last().satisfies(status -> {
            assertThat(status.getStatus()).isEqualTo(FeedStatusWord.RETIRED);
            assertThat(status.getRetired()).isTrue();
        });
    }

    @Test
    void followsAMoveFromThenOn() {
        web.serve(URL, rss("https://news.example/1|One"), "a", Optional.of(URI.create(URL + "/new")));
        web.serve(URL + "/new", rss("https://news.example/1|One", "https://news.example/2|Two"), "b");
        feeds.pipeInput("f", feed("f", URL));
        poll();
        pass(Duration.ofHours(2));
        poll();

        assertThat(web.asked)
                .extracting(request -> request.address().toString())
                .containsExactly(URL, URL + "/new");
        assertThat(articles.readValuesToList()).hasSize(2);
        assertThat(statuses.readValuesToList())
                .extracting(FeedStatus::getEffectiveUrl)
                .last()
                .isEqualTo(URL + "/new");
    }

    @Test
    void leavesAPublisherAloneForAsLongAsItAsks() {
        var wait = Optional.of(Duration.ofHours(5));
        web.answer(URL, new WebAnswer.Failed(WebAnswer.Problem.THROTTLED, "the server answered 429", 429, wait));
        feeds.pipeInput("f", feed("f", URL));
        poll();
        pass(Duration.ofHours(4));
        poll();
        assertThat(web.asked).hasSize(1);

        pass(Duration.ofHours(2));
        poll();
        assertThat(web.asked).hasSize(2);
    }

    @Test
    void forgetsAFeedThatTheOperatorRemoves() {
        web.serve(URL, rss("https://news.example/1|One"), "a");
        feeds.pipeInput("f", feed("f", URL));
        poll();
        feeds.pipeInput("f", null);
        pass(Duration.ofDays(1));

        assertThat(web.asked).hasSize(1);
        assertThat(statuses.readKeyValuesToList()).last().satisfies(last -> {
            assertThat(last.key).isEqualTo("f");
            assertThat(last.value).isNull();
        });
    }

    @Test
    void dropsAResultWhoseFeedHasMovedMeanwhile() {
        deskWaits = true;
        web.serve(URL, rss("https://news.example/1|Old"), "a");
        web.serve(URL + "/b", rss("https://news.example/2|New"), "a");
        feeds.pipeInput("f", feed("f", URL));
        poll();
        feeds.pipeInput("f", feed("f", URL + "/b"));
        atTheDesk.remove().run();
        deskWaits = false;
        poll();
        poll();

        assertThat(articles.readValuesToList()).extracting(Article::getTitle).containsExactly("New");
    }

    @Test
    void doesNotPollAPausedFeed() {
        web.serve(URL, rss("https://news.example/1|One"), "a");
        var paused = Feed.newBuilder(feed("f", URL)).setPaused(true).build();
        feeds.pipeInput("f", paused);
        pass(Duration.ofDays(1));
        assertThat(web.asked).isEmpty();

        feeds.pipeInput("f", feed("f", URL));
        poll();
        assertThat(articles.readValuesToList()).hasSize(1);
    }

    @Test
    void takesSubmissionsThroughTheSameDecision() {
        web.serve(URL, rss("https://news.example/1|One"), "a");
        feeds.pipeInput("f", feed("f", URL));
        poll();
        var article = articles.readValue();

        submissions.pipeInput(article.getArticleId(), article);
        assertThat(articles.isEmpty()).isTrue();

        submissions.pipeInput(
                article.getArticleId(),
                Article.newBuilder(article)
                        .setBody("A longer body than before.")
                        .build());
        assertThat(articles.readValuesToList()).extracting(Article::getRevision).isEqualTo(List.of(2));
    }

    @Test
    void refusesASubmissionUnderAnotherKeyBeforeItIsMixedWithPolledOnes() {
        var article = pushed("one", false);

        assertThatThrownBy(() -> submissions.pipeInput("another", article))
                .hasStackTraceContaining("check-submissions")
                .hasRootCauseMessage("the key of a submission must be the id of its article");
    }

    @Test
    void takesNothingBackFromTheNewsForAnArchivesCopy() {
        submissions.pipeInput("a", pushed("In the news.", false));
        submissions.pipeInput("a", pushed("In the archive, and longer than in the news.", true));

        assertThat(articles.readValuesToList())
                .extracting(Article::getBody, Article::getBackfill)
                .containsExactly(tuple("In the news.", false));
    }

    @Test
    void letsWhatIsInTheNewsTakeOverFromAnArchivesCopy() {
        submissions.pipeInput("a", pushed("The same words.", true));
        submissions.pipeInput("a", pushed("The same words.", true));
        submissions.pipeInput("a", pushed("The same words.", false));
        submissions.pipeInput("a", pushed("The same words.", false));

        assertThat(articles.readValuesToList())
                .extracting(Article::getRevision, Article::getBackfill)
                .containsExactly(tuple(1, true), tuple(2, false));
    }

    private static Article pushed(String text, boolean backfill) {
        return Article.newBuilder()
                .setArticleId("a")
                .setRevision(1)
                .setFeedId("door:api")
                .setOutlet("The Example")
                .setTitle("One")
                .setBody(text)
                .setFetchedAt(START)
                .setEventTime(START)
                .setBackfill(backfill)
                .build();
    }

    @Test
    void takesTheWholeArticleFromItsPage() {
        var text = "The mission on Harbour Street stayed shut on Monday while officers searched the road outside. "
                .repeat(5);
        web.serve(URL, rss("https://news.example/1|One|g|Teaser.", "https://news.example/2|Two|h|Other."), "a");
        web.page(
                "https://news.example/1",
                "<html><body><article><h1>One</h1><p>" + text + "</p><p>" + text + "</p></article></body></html>");
        feeds.pipeInput(
                "f",
                Feed.newBuilder(feed("f", URL))
                        .setFullText(FullTextMode.WHEN_SHORT)
                        .build());
        poll();
        poll();

        var read = articles.readValuesToList();
        assertThat(read).extracting(Article::getTextSource).containsExactly(TextSource.FEED_FALLBACK, TextSource.PAGE);
        assertThat(read.get(0).getBody()).isEqualTo("Other.");
        assertThat(read.get(1).getBody()).startsWith("The mission on Harbour Street");
        assertThat(statuses.readValuesToList())
                .last()
                .extracting(FeedStatus::getNewItems)
                .isEqualTo(2);

        pass(Duration.ofHours(2));
        poll();
        assertThat(articles.isEmpty()).isTrue();
    }

    @Test
    void readsNoPageThatTheSiteKeepsFromRobots() {
        web.serve(URL, rss("https://news.example/private/1|One|g|Teaser."), "a");
        web.page("https://news.example/private/1", "<html><body><p>Secret.</p></body></html>");
        web.page("https://news.example/robots.txt", "User-agent: *\nDisallow: /private/\n");
        feeds.pipeInput(
                "f",
                Feed.newBuilder(feed("f", URL)).setFullText(FullTextMode.ALWAYS).build());
        poll();
        poll();

        assertThat(articles.readValue().getTextSource()).isEqualTo(TextSource.FEED_FALLBACK);
        assertThat(web.asked).extracting(request -> request.address().getPath()).doesNotContain("/private/1");
    }

    @Test
    void stampsArticlesAsCloudEvents() {
        web.serve(URL, rss("https://news.example/1|One"), "a");
        feeds.pipeInput("f", feed("f", URL));
        poll();

        var record = articles.readRecord();

        assertThat(record.headers().lastHeader("ce_type").value()).asString().isEqualTo("io.missionwatch.article.read");
        assertThat(record.getRecordTime()).isEqualTo(record.value().getFetchedAt());
    }
}
