package io.missionwatch.quickstart.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleServerTest {

    private static final Instant START = Instant.parse("2026-03-04T10:00:00Z");
    private static final Samples SAMPLES = Samples.builtIn();

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final HttpClient client = HttpClient.newHttpClient();
    private SampleServer server;

    @BeforeEach
    void start() throws IOException {
        server = SampleServer.start(SAMPLES, START, now::get, 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void servesEveryFeedWithItsContentTypeAndValidators() throws Exception {
        for (var outlet : SAMPLES.outlets()) {
            var response = get(server.address(outlet));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type"))
                    .contains(outlet.format().contentType());
            assertThat(response.headers().firstValue("ETag")).isPresent();
            assertThat(response.headers().firstValue("Last-Modified")).contains("Wed, 04 Mar 2026 10:00:00 GMT");
            assertThat(response.body()).contains(outlet.name());
        }
    }

    @Test
    void answersNotModifiedToAKnownEntityTag() throws Exception {
        var feed = server.address(SAMPLES.outlets().get(0));
        var etag = get(feed).headers().firstValue("ETag").orElseThrow();

        var response = get(feed, "If-None-Match", "\"other\", W/" + etag);

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("ETag")).contains(etag);
    }

    @Test
    void answersNotModifiedToAKnownDate() throws Exception {
        var feed = server.address(SAMPLES.outlets().get(0));
        var date = get(feed).headers().firstValue("Last-Modified").orElseThrow();

        assertThat(get(feed, "If-Modified-Since", date).statusCode()).isEqualTo(304);
        assertThat(get(feed, "If-Modified-Since", "Tue, 03 Mar 2026 10:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(feed, "If-Modified-Since", "yesterday").statusCode()).isEqualTo(200);
    }

    @Test
    void sendsTheFeedAgainOnceAnItemHasAppeared() throws Exception {
        var item = SAMPLES.items().stream()
                .filter(candidate -> !candidate.appears().isZero())
                .findFirst()
                .orElseThrow();
        var outlet = SAMPLES.outlets().stream()
                .filter(candidate -> candidate.id().equals(item.outlet()))
                .findFirst()
                .orElseThrow();
        var etag = get(server.address(outlet)).headers().firstValue("ETag").orElseThrow();

        now.set(START.plus(item.appears()));
        var response = get(server.address(outlet), "If-None-Match", etag);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains(Html.escape(item.title()));
    }

    @Test
    void servesPagesAndRefusesTheRest() throws Exception {
        assertThat(get(server.address().resolve("/")).body()).contains("Rivermouth Courier");
        assertThat(get(server.address().resolve("/kestrel/")).body()).contains("Uzbek embassy");
        assertThat(get(server.address().resolve("/kestrel/mosque-bombing.html")).body())
                .contains("Leave a reply");
        assertThat(get(server.address().resolve("/none")).statusCode()).isEqualTo(404);
        var post = HttpRequest.newBuilder(server.address()).POST(BodyPublishers.noBody());
        assertThat(client.send(post.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void refusesATakenPort() {
        var taken = server.address().getPort();

        assertThatThrownBy(() -> SampleServer.start(SAMPLES, START, now::get, taken))
                .isInstanceOf(BindException.class);
    }

    private HttpResponse<String> get(URI address, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
