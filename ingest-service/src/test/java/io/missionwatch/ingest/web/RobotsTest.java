package io.missionwatch.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RobotsTest {

    private static final URI PAGE = URI.create("https://news.example/private/1");

    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private WebAnswer answer = failed(WebAnswer.Problem.NOT_FOUND, 404);
    private final InstantSource time = () -> now;
    private final Robots robots = new Robots(request -> answer, time.withZone(ZoneOffset.UTC));

    @Test
    void allowsAllWhereASiteHasNone() {
        assertThat(robots.allows(PAGE)).isTrue();
        assertThat(robots.isUnknown(PAGE)).isFalse();
    }

    @Test
    void isKnownWhereItForbidsAPage() {
        answer = document("User-agent: *\nDisallow: /private/\n");

        assertThat(robots.allows(PAGE)).isFalse();
        assertThat(robots.isUnknown(PAGE)).isFalse();
    }

    @Test
    void isUnknownForADayAtMostWhileItCannotBeHad() {
        answer = failed(WebAnswer.Problem.SERVER_ERROR, 503);
        for (int hour = 0; hour < 24; hour++) {
            assertThat(robots.allows(PAGE)).isFalse();
            assertThat(robots.isUnknown(PAGE)).isTrue();
            now = now.plus(Duration.ofHours(1));
        }

        assertThat(robots.allows(PAGE)).isFalse();
        assertThat(robots.isUnknown(PAGE)).isFalse();
    }

    @Test
    void isReadAgainSoonAfterTrouble() {
        answer = failed(WebAnswer.Problem.TIMEOUT, 0);
        assertThat(robots.allows(PAGE)).isFalse();
        answer = document("User-agent: *\nDisallow:\n");
        now = now.plus(Duration.ofMinutes(31));

        assertThat(robots.allows(PAGE)).isTrue();
        assertThat(robots.isUnknown(PAGE)).isFalse();
    }

    private static WebAnswer failed(WebAnswer.Problem problem, int status) {
        return new WebAnswer.Failed(problem, "none", status, Optional.empty());
    }

    private static WebAnswer document(String text) {
        var headers = new WebAnswer.Headers(
                Optional.of("text/plain"), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        return new WebAnswer.Document(
                text.getBytes(StandardCharsets.UTF_8), PAGE.resolve("/robots.txt"), Optional.empty(), headers);
    }
}
