package io.missionwatch.ingest.web;

import static io.missionwatch.ingest.web.ToldSite.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.web.WebAnswer.Document;
import io.missionwatch.ingest.web.WebAnswer.Failed;
import io.missionwatch.ingest.web.WebAnswer.NotModified;
import io.missionwatch.ingest.web.WebAnswer.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class WebClientTest {

    @RegisterExtension
    private final ToldSite site = ToldSite.calledPatiently();

    private final ConcurrentHashMap<String, String> headersSeen = new ConcurrentHashMap<>();

    @Test
    void getsADocumentWithItsHeaders() {
        site.serve("/a", exchange -> {
            headersSeen.put("agent", exchange.getRequestHeaders().getFirst("User-Agent"));
            exchange.getResponseHeaders().set("ETag", "W/\"1\"");
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            send(exchange, 200, "hello");
        });

        var answer = (Document) site.get("/a");

        assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        assertThat(answer.headers().etag()).contains("W/\"1\"");
        assertThat(answer.headers().contentType()).contains("text/xml");
        assertThat(answer.movedTo()).isEmpty();
        assertThat(headersSeen.get("agent")).isEqualTo("Missionwatch/test");
    }

    @Test
    void unpacksADocumentThatIsAGzipFileInItself() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("<urlset/>".getBytes(StandardCharsets.UTF_8));
        }
        site.serve("/news.xml.gz", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/x-gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
            exchange.close();
        });

        var answer = (Document) site.get("/news.xml.gz");

        assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("<urlset/>");
    }

    @Test
    void sendsBackWhatTellsVersionsApart() {
        site.serve("/a", exchange -> {
            headersSeen.put("etag", exchange.getRequestHeaders().getFirst("If-None-Match"));
            headersSeen.put("date", exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
        });

        var answer =
                site.get(WebRequest.feed(site.address("/a"), Optional.of("\"x\""), Optional.of("yesterday, oddly")));

        assertThat(answer).isInstanceOf(NotModified.class);
        assertThat(headersSeen).containsEntry("etag", "\"x\"").containsEntry("date", "yesterday, oddly");
    }

    @Test
    void remembersPermanentMovesOnly() {
        site.redirect("/old", 301, "/older");
        site.redirect("/older", 308, "/new");
        site.redirect("/new", 302, "/today");
        site.serve("/today", exchange -> send(exchange, 200, "x"));

        var answer = (Document) site.get("/old");

        assertThat(answer.movedTo()).contains(site.address("/new"));
        assertThat(answer.address()).isEqualTo(site.address("/today"));
    }

    @Test
    void endsBeforeARedirectThatItMayNotFollow() {
        site.redirect("/link", 302, "/open");
        site.redirect("/open", 302, "/private");
        var reached = new AtomicBoolean();
        site.serve("/private", exchange -> {
            reached.set(true);
            send(exchange, 200, "x");
        });

        var answer = (Failed)
                site.get(WebRequest.page(site.address("/link"), next -> !next.equals(site.address("/private"))));

        assertThat(answer.problem()).isEqualTo(Problem.UNWELCOME);
        assertThat(answer.isPassing()).isFalse();
        assertThat(reached).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"?y=2, /a/b?y=2", "c?y=2, /a/c?y=2", "/x y|z, /x%20y%7Cz", "../c, /c"})
    void resolvesWhereARedirectLeads(String location, String path) {
        site.serve("/", exchange -> send(exchange, 200, "x"));
        site.serve("/a/b", exchange -> {
            boolean isFirst = "x=1".equals(exchange.getRequestURI().getRawQuery());
            exchange.getResponseHeaders().set("Location", location);
            send(exchange, isFirst ? 302 : 200, isFirst ? "" : "x");
        });

        var answer = (Document) site.get("/a/b?x=1");

        assertThat(answer.address().toString()).startsWith(site.address(path).toString());
    }

    @Test
    void namesTheTroubleOfEachStatus() {
        site.serve("/403", exchange -> send(exchange, 403, ""));
        site.serve("/404", exchange -> send(exchange, 404, ""));
        site.serve("/410", exchange -> send(exchange, 410, ""));
        site.serve("/418", exchange -> send(exchange, 418, ""));
        site.serve("/500", exchange -> send(exchange, 500, ""));

        assertThat(site.problem("/403")).isEqualTo(Problem.UNAUTHORISED);
        assertThat(site.problem("/404")).isEqualTo(Problem.NOT_FOUND);
        assertThat(site.problem("/410")).isEqualTo(Problem.GONE);
        assertThat(site.problem("/418")).isEqualTo(Problem.HTTP_ERROR);
        assertThat(site.problem("/500")).isEqualTo(Problem.SERVER_ERROR);
    }

    @Test
    void hearsHowLongToStayAway() {
        site.serve("/429", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "125");
            send(exchange, 429, "");
        });

        var answer = (Failed) site.get("/429");

        assertThat(answer.problem()).isEqualTo(Problem.THROTTLED);
        assertThat(answer.retryAfter()).contains(Duration.ofSeconds(125));
    }

    @Test
    void saysThatNobodyIsThere() {
        var answer = (Failed) site.get(WebRequest.page(URI.create("http://127.0.0.1:1/")));

        assertThat(answer.problem()).isEqualTo(Problem.UNREACHABLE);
    }
}
