package io.missionwatch.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.web.QuietSites;
import io.missionwatch.ingest.web.Robots;
import io.missionwatch.ingest.web.WebAnswer;
import io.missionwatch.ingest.web.WebAnswer.Problem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PageWayTest {

    private static final URI LINK = URI.create("https://short.example/1");
    private static final URI PAGE = URI.create("https://news.example/private/1");

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);
    private final Map<String, WebAnswer> sites = new HashMap<>();
    private final Robots robots = new Robots(
            request -> sites.getOrDefault(request.address().getHost(), failed(Problem.NOT_FOUND, 404)), clock);
    private final QuietSites quiet = new QuietSites(clock);
    private final Set<String> asked = new HashSet<>();
    private final PageWay way = new PageWay(robots, quiet, asked);

    @Test
    void leadsWhereEverySiteAllowsIt() {
        assertThat(way.test(LINK)).isTrue();
        assertThat(way.test(PAGE)).isTrue();
        assertThat(way.end()).isEqualTo(PAGE);
        assertThat(asked).containsExactlyInAnyOrder("short.example", "news.example");
    }

    @Test
    void endsBeforeAPageThatItsOwnSiteKeepsFromRobots() {
        sites.put("news.example", robotsTxt("User-agent: *\nDisallow: /private/\n"));

        assertThat(way.test(LINK)).isTrue();
        assertThat(way.test(PAGE)).isFalse();
        assertThat(way.isShutForNow()).isFalse();
        assertThat(way.test(PAGE.resolve("/open/1"))).isTrue();
    }

    @Test
    void isShutForNowWhereRobotsTxtCannotBeHad() {
        sites.put("news.example", failed(Problem.SERVER_ERROR, 503));

        assertThat(way.test(LINK)).isTrue();
        assertThat(way.test(PAGE)).isFalse();
        assertThat(way.isShutForNow()).isTrue();
    }

    @Test
    void isShutForGoodBeforeAnAddressThatMustNotBeConnectedTo() {
        sites.put("news.example", failed(Problem.FORBIDDEN_ADDRESS, 0));

        assertThat(way.test(LINK)).isTrue();
        assertThat(way.test(PAGE)).isFalse();
        assertThat(way.isShutForNow()).isFalse();
    }

    @Test
    void endsBeforeASiteThatAskedToBeLeftAlone() {
        quiet.leave(PAGE, Duration.ofHours(1));

        assertThat(way.test(LINK)).isTrue();
        assertThat(way.test(PAGE)).isFalse();
        assertThat(way.isShutForNow()).isTrue();
    }

    @Test
    void keepsThePauseOfASiteThatTwoLinksLeadTo() {
        sites.put("news.example", robotsTxt("User-agent: *\nCrawl-delay: 0.2\n"));
        way.test(LINK);
        way.test(PAGE);
        var next = new PageWay(robots, quiet, asked);
        next.test(LINK);

        long before = System.nanoTime();
        assertThat(next.test(PAGE)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(199));
    }

    private static WebAnswer failed(Problem problem, int status) {
        return new WebAnswer.Failed(problem, "none", status, Optional.empty());
    }

    private static WebAnswer robotsTxt(String text) {
        var headers = new WebAnswer.Headers(
                Optional.of("text/plain"), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        return new WebAnswer.Document(
                text.getBytes(StandardCharsets.UTF_8),
                URI.create("https://news.example/robots.txt"),
                Optional.empty(),
                headers);
    }
}
