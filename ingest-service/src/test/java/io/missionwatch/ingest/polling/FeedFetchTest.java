package io.missionwatch.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.articles.ArticleDraft;
import io.missionwatch.ingest.feeds.FeedParser;
import io.missionwatch.ingest.feeds.FeedSource;
import io.missionwatch.ingest.web.WebAnswer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedFetchTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private static final FeedSource FEED = FeedSource.of("f", URI.create("https://news.example/feed"), "The Example");

    @Test
    void findsAHubInTheHeadersOfAFeedThatNamesNone() {
        var push = pushOf("", "<https://hub.example/>; rel=hub", "<https://news.example/feed?v=2>; rel=\"self\"");

        assertThat(push).isEqualTo(new FeedState.Push("https://hub.example/", "https://news.example/feed?v=2"));
    }

    @Test
    void prefersTheHubThatTheFeedNames() {
        var own = "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='hub' href='https://own.example/'/>";

        var push = pushOf(own, "<https://hub.example/>; rel=hub");

        assertThat(push).isEqualTo(new FeedState.Push("https://own.example/", "https://news.example/feed"));
    }

    @Test
    void asksNoHubThatIsNoAddress() {
        assertThat(pushOf("", "<javascript:alert(1)>; rel=hub")).isEqualTo(FeedState.Push.NONE);
    }

    @Test
    void leavesOutAnItemThatTheDocumentBreaksOffIn() {
        var whole =
                "<rss version='2.0'><channel><title>T</title><item><title>One</title><link>https://news.example/1</link></item>"
                        + "<item><title>Two</title><link>https://news.example/2</link></item></channel></rss>";

        for (int end = whole.indexOf("<item><title>Two") + 6;
                end <= whole.indexOf("</channel>") - "</item>".length() + 6;
                end++) {
            assertThat(read(whole.substring(0, end)).articles())
                    .extracting(ArticleDraft::title)
                    .as("cut at " + end)
                    .containsExactly("One");
        }
        assertThat(read(whole).articles()).hasSize(2);
        assertThat(read(whole.replace("</channel></rss>", "")).articles()).hasSize(2);
        assertThat(read(whole.replace("</item>", "")).articles()).isNotEmpty();
    }

    @Test
    void forgetsTheMarksOfADocumentThatBreaksOff() {
        var broken = read("<rss><channel><item><title>One</title></item><item><title>Two</title><link>http://m.or");

        assertThat(broken.marks()).isEqualTo(broken.marks().forgotten());
    }

    private static Fetched.Read read(String body) {
        var headers = new WebAnswer.Headers(
                Optional.of("application/rss+xml"), Optional.empty(), Optional.of("e"), Optional.empty(), List.of());
        var document =
                new WebAnswer.Document(body.getBytes(StandardCharsets.UTF_8), FEED.url(), Optional.empty(), headers);
        var fetch = new FeedFetch(request -> document, FeedParser.withDefaults(), NOON);
        return (Fetched.Read) fetch.fetch(FEED, FeedState.unknown(FEED.url().toString(), 0, 60));
    }

    private static FeedState.Push pushOf(String inChannel, String... links) {
        var body = "<rss version='2.0'><channel><title>T</title>" + inChannel
                + "<item><title>One</title><link>https://news.example/1</link></item></channel></rss>";
        var headers = new WebAnswer.Headers(
                Optional.of("application/rss+xml"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(links));
        var document =
                new WebAnswer.Document(body.getBytes(StandardCharsets.UTF_8), FEED.url(), Optional.empty(), headers);
        var fetch = new FeedFetch(request -> document, FeedParser.withDefaults(), NOON);

        var read = (Fetched.Read) fetch.fetch(FEED, FeedState.unknown(FEED.url().toString(), 0, 60));

        return read.marks().push();
    }
}
