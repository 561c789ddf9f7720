package io.missionwatch.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

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
