package io.missionwatch.ingest;

import static io.missionwatch.ingest.DrivenIngest.URL;
import static io.missionwatch.ingest.DrivenIngest.feed;
import static io.missionwatch.ingest.FakeWeb.rss;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.feeds.FeedParser;
import io.missionwatch.ingest.web.WebAnswer;
import io.missionwatch.ingest.websub.HubSignature;
import io.missionwatch.schema.Article;
import io.missionwatch.schema.Feed;
import io.missionwatch.schema.FeedStatus;
import io.missionwatch.schema.FeedStatusWord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeedPollerTest {

    private static final String HUB =
            "<link xmlns='http://www.w3.org/2005/Atom' rel='hub' href='https://hub.example/'/>"
                    + "<link xmlns='http://www.w3.org/2005/Atom' rel='self' href='" + URL + "'/>";
    private static final String LONG = "A long enough text to be told from others, word after word. ".repeat(5);

    @RegisterExtension
    private final DrivenIngest ingest = new DrivenIngest();

    @Test
    void sendsBackWhatTheServerGaveToTellVersionsApart() {
        ingest.web.serve(URL, rss("https://news.example/1|One"), "W/\"x y\"");
        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.poll();
        ingest.pass(Duration.ofHours(2));
        ingest.poll();

        assertThat(ingest.web.asked)
                .last()
                .satisfies(request -> assertThat(request.etag()).contains("W/\"x y\""));
        assertThat(ingest.statuses.readValuesToList())
                .extracting(FeedStatus::getStatus)
                .containsExactly(FeedStatusWord.NEW, FeedStatusWord.OK, FeedStatusWord.NOT_MODIFIED);
    }

    @Test
    void isNotFloodedByAFeedThatRenamesItsItems() {
        var text = "A long enough text to be told from others, word after word. ".repeat(5);
        ingest.web.serve(URL, renamed(text, "a"), "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.poll();
        assertThat(ingest.articles.readValuesToList()).hasSize(6);

        ingest.web.serve(URL, renamed(text, "b"), "b");
        ingest.pass(Duration.ofHours(2));
        ingest.poll();

        assertThat(ingest.articles.isEmpty()).isTrue();
        assertThat(ingest.statuses.readValuesToList())
                .last()
                .extracting(FeedStatus::getStatus)
                .isEqualTo(FeedStatusWord.CHURNING);
    }

    @Test
    void isNotFloodedByAFeedThatShufflesTheNamesOfItsItems() {
        ingest.web.serve(URL, shuffled(0), "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.poll();
        assertThat(ingest.articles.readValuesToList()).hasSize(6);

        ingest.web.serve(URL, shuffled(1), "b");
        ingest.pass(Duration.ofHours(2));
        ingest.poll();

        assertThat(ingest.articles.isEmpty()).isTrue();
        assertThat(lastStatus()).isEqualTo(FeedStatusWord.CHURNING);
    }

    @Test
    void takesAnEditThatIsTakenBackAsARevision() {
        ingest.web.serve(URL, rss("|One|g|" + LONG, "|Two|h|" + LONG), "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.poll();
        ingest.web.serve(URL, rss("|One, edited|g|" + LONG, "|Two|h|" + LONG), "b");
        ingest.pass(Duration.ofHours(2));
        ingest.poll();
        ingest.web.serve(URL, rss("|One|g|" + LONG, "|Two|h|" + LONG), "c");
        ingest.pass(Duration.ofHours(2));
        ingest.poll();

        assertThat(ingest.articles.readValuesToList())
                .filteredOn(article -> article.getTitle().startsWith("One"))
                .extracting(Article::getRevision)
                .containsExactly(1, 2, 3);
    }

    @Test
    void readsTheNewestOfAFeedOfFiftyThousandItemsAndSaysSo() {
        var items = IntStream.range(0, 50_000)
                .mapToObj(i -> "https://news.example/%d|Item %d".formatted(i, i))
                .toArray(String[]::new);
        ingest.web.serve(URL, rss(items), "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.poll();

        assertThat(ingest.articles.readValuesToList())
                .hasSize(FeedParser.withDefaults().limits().entries())
                .extracting(Article::getTitle)
                .contains("Item 0")
                .doesNotContain("Item 49999");
        assertThat(lastStatus()).isEqualTo(FeedStatusWord.TOO_MANY_ITEMS);
    }

    private FeedStatusWord lastStatus() {
        var statuses = ingest.statuses.readValuesToList();
        return statuses.get(statuses.size() - 1).getStatus();
    }

    /** Six items of which each has the name of another, so many places further. */
    private static String shuffled(int places) {
        return rss(IntStream.range(0, 6)
                .mapToObj(i -> "|Title %d|name-%d|%d %s".formatted(i, (i + places) % 6, i, LONG))
                .toArray(String[]::new));
    }

    private static String renamed(String text, String name) {
        return rss(IntStream.range(0, 6)
                .mapToObj(i -> "|Title %d|%s-%d|%d %s".formatted(i, name, i, i, text))
                .toArray(String[]::new));
    }

    @Test
    void retiresAFeedThatIsGone() {
        ingest.web.answer(
                URL, new WebAnswer.Failed(WebAnswer.Problem.GONE, "the server answered 410", 410, Optional.empty()));
        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.poll();
        ingest.pass(Duration.ofDays(30));
        ingest.poll();

        assertThat(ingest.web.asked).hasSize(1);
        assertThat(ingest.statuses.readValuesToList()).last().satisfies(status -> {
            assertThat(status.getStatus()).isEqualTo(FeedStatusWord.RETIRED);
            assertThat(status.getRetired()).isTrue();
        });
    }

    @Test
    void followsAMoveFromThenOn() {
        ingest.web.serve(URL, rss("https://news.example/1|One"), "a", Optional.of(URI.create(URL + "/new")));
        ingest.web.serve(URL + "/new", rss("https://news.example/1|One", "https://news.example/2|Two"), "b");
        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.poll();
        ingest.pass(Duration.ofHours(2));
        ingest.poll();

        assertThat(ingest.web.asked)
                .extracting(request -> request.address().toString())
                .containsExactly(URL, URL + "/new");
        assertThat(ingest.articles.readValuesToList()).hasSize(2);
        assertThat(ingest.statuses.readValuesToList())
                .extracting(FeedStatus::getEffectiveUrl)
                .last()
                .isEqualTo(URL + "/new");
    }

    @Test
    void leavesAPublisherAloneForAsLongAsItAsks() {
        var wait = Optional.of(Duration.ofHours(5));
        ingest.web.answer(URL, new WebAnswer.Failed(WebAnswer.Problem.THROTTLED, "the server answered 429", 429, wait));
        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.poll();
        ingest.pass(Duration.ofHours(4));
        ingest.poll();
        assertThat(ingest.web.asked).hasSize(1);

        ingest.pass(Duration.ofHours(2));
        ingest.poll();
        assertThat(ingest.web.asked).hasSize(2);
    }

    @Test
    void forgetsAFeedThatTheOperatorRemoves() {
        ingest.web.serve(URL, rss("https://news.example/1|One"), "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.poll();
        ingest.feeds.pipeInput("f", null);
        ingest.pass(Duration.ofDays(1));

        assertThat(ingest.web.asked).hasSize(1);
        assertThat(ingest.statuses.readKeyValuesToList()).last().satisfies(last -> {
            assertThat(last.key).isEqualTo("f");
            assertThat(last.value).isNull();
        });
    }

    @Test
    void dropsAResultWhoseFeedHasMovedMeanwhile() {
        ingest.holdFetches(true);
        ingest.web.serve(URL, rss("https://news.example/1|Old"), "a");
        ingest.web.serve(URL + "/b", rss("https://news.example/2|New"), "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.poll();
        ingest.feeds.pipeInput("f", feed("f", URL + "/b"));
        ingest.desk.remove().run();
        ingest.holdFetches(false);
        ingest.poll();
        ingest.poll();

        assertThat(ingest.articles.readValuesToList())
                .extracting(Article::getTitle)
                .containsExactly("New");
    }

    @Test
    void pollsAFeedAtOnceWhenItsHubSaysThatItChanged() throws IOException {
        ingest.web.serve(URL, rss("https://news.example/1|One").replace("<title>T", HUB + "<title>T"), "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.poll();
        ingest.pushes.step();
        var form = ingest.askedOfHubs.remove();
        var token = form.get("hub.callback").replace("https://us.example/", "");
        ingest.pushes.verify(token, Map.of("hub.mode", "subscribe", "hub.topic", URL));
        ingest.pass(Duration.ofMinutes(4));
        assertThat(ingest.web.asked).hasSize(1);

        var news = "news".getBytes(StandardCharsets.UTF_8);
        ingest.pushes.hear(token, HubSignature.of(form.get("hub.secret"), news), new ByteArrayInputStream(news));
        ingest.poll();

        assertThat(ingest.web.asked).hasSize(2);
    }

    @Test
    void doesNotPollAPausedFeed() {
        ingest.web.serve(URL, rss("https://news.example/1|One"), "a");
        var paused = Feed.newBuilder(feed("f", URL)).setPaused(true).build();
        ingest.feeds.pipeInput("f", paused);
        ingest.pass(Duration.ofDays(1));
        assertThat(ingest.web.asked).isEmpty();

        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.poll();
        assertThat(ingest.articles.readValuesToList()).hasSize(1);
    }
}
