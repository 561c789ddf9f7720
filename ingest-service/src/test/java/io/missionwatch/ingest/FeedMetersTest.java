package io.missionwatch.ingest;

import static io.missionwatch.ingest.DrivenIngest.URL;
import static io.missionwatch.ingest.DrivenIngest.feed;
import static io.missionwatch.ingest.FakeWeb.rss;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.missionwatch.ingest.polling.FeedState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeedMetersTest {

    private static final FeedState STATE = FeedState.unknown(URL, 1, 60);

    @RegisterExtension
    private final DrivenIngest ingest = new DrivenIngest();

    @Test
    void tellHowEachFeedIsDoing() {
        ingest.web.serve(URL, rss("https://news.example/1|One", "https://news.example/2|Two"), "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.poll();

        assertThat(values(ingest.metrics))
                .containsExactlyInAnyOrder(
                        "ingest.feed.status{feed=f,status=ok} 1",
                        "ingest.feed.success.age{feed=f} 0",
                        "ingest.feed.items{feed=f} 2",
                        "ingest.feed.articles{feed=f} 2",
                        "ingest.feed.errors{feed=f} 0");
    }

    @Test
    void tellOfAFeedThatFails() {
        ingest.web.serve(URL, rss("https://news.example/1|One"), "a");
        ingest.feeds.pipeInput("f", feed("f", URL));
        ingest.poll();
        ingest.web.page(URL, "<html><body><p>Sorry.</p></body></html>");
        ingest.pass(Duration.ofHours(2));
        ingest.poll();

        assertThat(values(ingest.metrics))
                .contains("ingest.feed.status{feed=f,status=not_a_feed} 1", "ingest.feed.errors{feed=f} 1")
                .doesNotContain("ingest.feed.status{feed=f,status=ok} 1", "ingest.feed.success.age{feed=f} 0");
    }

    @Test
    void areBounded() {
        for (var id : List.of("a", "b", "c")) {
            ingest.feeds.pipeInput(id, feed(id, "https://news.example/" + id));
        }
        assertThat(values(ingest.metrics)).hasSize(5 * DrivenIngest.FEEDS_SHOWN);
        assertThat(ingest.metrics.get("ingest.feeds.unshown").gauge().value()).isEqualTo(1);

        ingest.feeds.pipeInput("a", null);
        ingest.poll();

        assertThat(values(ingest.metrics))
                .hasSize(5 * DrivenIngest.FEEDS_SHOWN)
                .allMatch(value -> value.contains("feed=b") || value.contains("feed=c"));
    }

    @Test
    void canBeTurnedOff() {
        var registry = new SimpleMeterRegistry();
        var meters = new FeedMeters(registry, Clock.systemUTC(), 0);
        meters.share().told("f", STATE);

        assertThat(values(registry)).isEmpty();
        assertThat(meters.withoutMeters()).isEqualTo(1);
    }

    @Test
    void leaveWithTheirTaskUnlessAnotherHasTakenThemOver() {
        var registry = new SimpleMeterRegistry();
        var meters = new FeedMeters(registry, Clock.systemUTC(), 10);
        var before = meters.share();
        before.told("stays", STATE);
        before.told("goes", STATE);
        meters.share().told("stays", STATE);
        before.close();

        assertThat(values(registry)).hasSize(5).allMatch(value -> value.contains("feed=stays"));
    }

    private static List<String> values(MeterRegistry registry) {
        return registry.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith("ingest.feed."))
                .map(FeedMetersTest::text)
                .toList();
    }

    private static String text(Meter meter) {
        var tags = meter.getId().getTags().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(","));
        var value = meter.measure().iterator().next().getValue();
        return "%s{%s} %.0f".formatted(meter.getId().getName(), tags, value);
    }
}
