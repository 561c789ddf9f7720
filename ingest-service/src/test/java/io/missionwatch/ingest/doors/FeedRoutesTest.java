package io.missionwatch.ingest.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.BadRequestResponse;
import io.missionwatch.ingest.feeds.FeedList;
import io.missionwatch.ingest.feeds.FeedSource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedRoutesTest {

    @Test
    void readsTheFieldsOfAList() {
        var feed = FeedRoutes.read("hills", """
                {"url": "https://hills.example/feed", "outlet": "Hills Daily", "interval": "2m", "paused": true,
                 "include": ["embassy", "consulate"], "country": null}
                """);

        assertThat(feed.id()).isEqualTo("hills");
        assertThat(feed.outlet()).isEqualTo("Hills Daily");
        assertThat(feed.shortest()).isEqualTo(Duration.ofMinutes(2));
        assertThat(feed.include()).containsExactly("embassy", "consulate");
        assertThat(feed.paused()).isTrue();
        assertThat(FeedList.feed(FeedList.texts(feed))).isEqualTo(feed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json                                          | the body is not JSON",
                "[]                                                | a feed is a JSON object",
                "{}                                                | a feed needs a url",
                "{\"url\": \"ftp://x.example/\"}                   | url must be an http or https address",
                "{\"url\": \"https://x.example/\", \"id\": \"b\"}    | id is that of the address",
                "{\"url\": \"https://x.example/\", \"intervall\": 1} | unknown field 'intervall'",
                "{\"url\": \"https://x.example/\", \"interval\": {}} | interval must be a value",
                "{\"url\": \"https://x.example/\", \"interval\": 5}  | interval must be a time such as",
                "{\"url\": \"https://x.example/\", \"interval\": \"366d\"} | interval must be at most 365d",
                "{\"url\": \"https://x.example/\", \"longest-interval\": \"30000d\"} | longest-interval must be at most 365d",
                "{\"url\": \"https://x.example/\", \"paused\": 3}    | paused must be true or false",
            })
    void saysWhatIsWrongWithAFeed(String body, String reason) {
        assertThatThrownBy(() -> FeedRoutes.read("a", body))
                .isInstanceOf(BadRequestResponse.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", " a", "a "})
    void refusesAnIdThatIsNotTheFeeds(String id) {
        assertThatThrownBy(() -> FeedRoutes.read(id, "{\"url\": \"https://x.example/\"}"))
                .isInstanceOf(BadRequestResponse.class)
                .hasMessageContaining("id");
    }

    @Test
    void saysWhatAChangeIs() {
        var before = FeedSource.of("a", URI.create("https://user:pass@news.example/feed?key=secret"), "The Example");
        var after = FeedRoutes.read(
                "a", "{\"url\": \"https://news.example/new\", \"outlet\": \"The Example\", \"interval\": \"10m\"}");

        assertThat(FeedChange.action(Optional.empty(), after)).isEqualTo("feed.added");
        assertThat(FeedChange.action(Optional.of(before), after)).isEqualTo("feed.changed");
        assertThat(FeedChange.action(Optional.of(before), before.paused(true))).isEqualTo("feed.paused");
        assertThat(FeedChange.action(Optional.of(before.paused(true)), before)).isEqualTo("feed.resumed");
        assertThat(FeedChange.action(Optional.of(before), before)).isEqualTo("feed.resumed");
        assertThat(FeedChange.json(before)).contains("news.example/feed?...").doesNotContain("secret", "pass");
        assertThat(FeedChange.inWords(Optional.of(before), after))
                .isEqualTo("url: https://news.example/feed?... -> https://news.example/new; interval: 5m -> 10m");
    }

    @Test
    void keepsAListAsItIs() {
        var fields = Map.of("id", "a", "url", "https://x.example/", "exclude", "sport, weather");

        assertThat(FeedList.feed(fields).exclude()).isEqualTo(List.of("sport", "weather"));
    }
}
