package io.missionwatch.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.missionwatch.ingest.web.WebAnswer.Document;
import io.missionwatch.ingest.web.WebAnswer.Failed;
import io.missionwatch.ingest.web.WebAnswer.NotModified;
import io.missionwatch.ingest.web.WebAnswer.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WebClientTest {

    private final ConcurrentHashMap<String, String> headersSeen = new ConcurrentHashMap<>();
    private HttpServer site;
    private WebClient client;

    @BeforeEach
    void start() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        site.start();
        client = new WebClient(settings(true));
    }

    @AfterEach
    void stop() {
        client.close();
        site.stop(0);
    }

    private static WebSettings settings(boolean loopback) {
        return new WebSettings(
                "Missionwatch/test",
                Duration.ofSeconds(1),
                Duration.ofMillis(700),
                Duration.ofSeconds(2),
                3,
                100_000,
                8,
                4,
                loopback);
    }

    @Test
    void getsADocumentWithItsHeaders() {
        serve("/a", exchange -> {
            headersSeen.put("agent", exchange.getRequestHeaders().getFirst("User-Agent"));
            exchange.getResponseHeaders().set("ETag", "W/\"1\"");
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            send(exchange, 200, "hello");
        });

        var answer = (Document) get("/a");

        assertThat(answer.body()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        assertThat(answer.headers().etag()).contains("W/\"1\"");
        assertThat(answer.headers().contentType()).contains("text/xml");
        assertThat(answer.movedTo()).isEmpty();
        assertThat(headersSeen.get("agent")).isEqualTo("Missionwatch/test");
    }

    @Test
    void sendsBackWhatTellsVersionsApart() {
        serve("/a", exchange -> {
            headersSeen.put("etag", exchange.getRequestHeaders().getFirst("If-None-Match"));
            headersSeen.put("date", exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
        });

        var answer = client.get(WebRequest.feed(address("/a"), Optional.of("\"x\""), Optional.of("yesterday, oddly")));

        assertThat(answer).isInstanceOf(NotModified.class);
        assertThat(headersSeen).containsEntry("etag", "\"x\"").containsEntry("date", "yesterday, oddly");
    }

    @Test
    void remembersPermanentMovesOnly() {
        redirect("/old", 301, "/older");
        redirect("/older", 308, "/new");
        redirect("/new", 302, "/today");
        serve("/today", exchange -> send(exchange, 200, "x"));

        var answer = (Document) get("/old");

        assertThat(answer.movedTo()).contains(address("/new"));
        assertThat(answer.address()).isEqualTo(address("/today"));
    }

    @Test
    void endsCirclesAndChains() {
        redirect("/a", 302, "/b");
        redirect("/b", 302, "/a");
        for (int i = 0; i < 5; i++) {
            redirect("/hop" + i, 302, "/hop" + (i + 1));
        }

        assertThat(problem("/a")).isEqualTo(Problem.REDIRECT_LOOP);
        assertThat(problem("/hop0")).isEqualTo(Problem.REDIRECT_LOOP);
    }

    @Test
    void followsNoRedirectOffTheWebOrIntoTheCloudsMetadata() {
        redirect("/file", 302, "file:///etc/passwd");
        redirect("/metadata", 302, "http://169.254.169.254/latest/meta-data/");
        redirect("/private", 302, "http://[::ffff:10.0.0.1]/");
        redirect("/decimal", 302, "http://2852039166/");

        assertThat(problem("/file")).isEqualTo(Problem.FORBIDDEN_ADDRESS);
        assertThat(problem("/metadata")).isEqualTo(Problem.FORBIDDEN_ADDRESS);
        assertThat(problem("/private")).isEqualTo(Problem.FORBIDDEN_ADDRESS);
        assertThat(problem("/decimal")).isIn(Problem.FORBIDDEN_ADDRESS, Problem.UNREACHABLE, Problem.HTTP_ERROR);
    }

    @Test
    void readsThisMachineOnlyWhereThatIsAllowed() {
        serve("/a", exchange -> send(exchange, 200, "x"));

        try (var strict = new WebClient(settings(false))) {
            var answer = (Failed) strict.get(WebRequest.page(address("/a")));

            assertThat(answer.problem()).isEqualTo(Problem.FORBIDDEN_ADDRESS);
        }
    }

    @Test
    void refusesANameWithOneBadAddress() {
        DnsResolver rebinding = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws java.net.UnknownHostException {
                return new InetAddress[] {
                    InetAddress.getByAddress(new byte[] {8, 8, 8, 8}),
                    InetAddress.getByAddress(new byte[] {10, 0, 0, 1})
                };
            }

            @Override
            public String resolveCanonicalHostname(String host) throws java.net.UnknownHostException {
                return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
            }
        };
        try (var other = new WebClient(settings(true), rebinding)) {
            var answer = (Failed) other.get(WebRequest.page(URI.create("http://rebind.example/")));

            assertThat(answer.problem()).isEqualTo(Problem.FORBIDDEN_ADDRESS);
        }
    }

    @Test
    void namesTheTroubleOfEachStatus() {
        serve("/403", exchange -> send(exchange, 403, ""));
        serve("/404", exchange -> send(exchange, 404, ""));
        serve("/410", exchange -> send(exchange, 410, ""));
        serve("/418", exchange -> send(exchange, 418, ""));
        serve("/500", exchange -> send(exchange, 500, ""));

        assertThat(problem("/403")).isEqualTo(Problem.UNAUTHORISED);
        assertThat(problem("/404")).isEqualTo(Problem.NOT_FOUND);
        assertThat(problem("/410")).isEqualTo(Problem.GONE);
        assertThat(problem("/418")).isEqualTo(Problem.HTTP_ERROR);
        assertThat(problem("/500")).isEqualTo(Problem.SERVER_ERROR);
    }

    @Test
    void hearsHowLongToStayAway() {
        serve("/429", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "125");
            send(exchange, 429, "");
        });

        var answer = (Failed) get("/429");

        assertThat(answer.problem()).isEqualTo(Problem.THROTTLED);
        assertThat(answer.retryAfter()).contains(Duration.ofSeconds(125));
    }

    @Test
    void stopsAtItsLimitOfBytesAlsoWhenTheyAreCompressed() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 200; i++) {
                gzip.write(new byte[100_000]);
            }
        }
        serve("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bomb.size());
            exchange.getResponseBody().write(bomb.toByteArray());
            exchange.close();
        });
        serve("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            flood(exchange.getResponseBody(), 0);
        });

        assertThat(problem("/bomb")).isEqualTo(Problem.TOO_LARGE);
        assertThat(problem("/endless")).isEqualTo(Problem.TOO_LARGE);
    }

    @Test
    void waitsForNobodyLongerThanItsDeadline() {
        serve("/silent", exchange -> pause(5000));
        serve("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            flood(exchange.getResponseBody(), 100);
        });
        serve("/drip-after-refusal", exchange -> {
            exchange.sendResponseHeaders(500, 0);
            flood(exchange.getResponseBody(), 100);
        });
        long start = System.nanoTime();

        assertThat(problem("/silent")).isEqualTo(Problem.TIMEOUT);
        assertThat(problem("/drip")).isEqualTo(Problem.TIMEOUT);
        assertThat(problem("/drip-after-refusal")).isEqualTo(Problem.SERVER_ERROR);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void saysThatNobodyIsThere() {
        var answer = (Failed) client.get(WebRequest.page(URI.create("http://127.0.0.1:1/")));

        assertThat(answer.problem()).isEqualTo(Problem.UNREACHABLE);
    }

    private void serve(String path, HttpHandler handler) {
        site.createContext(path, handler);
    }

    private void redirect(String path, int status, String location) {
        serve(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            send(exchange, status, "");
        });
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static void flood(OutputStream out, int pauseMillis) {
        try (out) {
            for (int i = 0; i < 100_000; i++) {
                out.write(new byte[pauseMillis == 0 ? 8192 : 1]);
                out.flush();
                pause(pauseMillis);
            }
        } catch (IOException e) {
            // The client has had enough, as it should.
            throw new UncheckedIOException(e);
        }
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WebAnswer get(String path) {
        return client.get(WebRequest.page(address(path)));
    }

    private Problem problem(String path) {
        return ((Failed) get(path)).problem();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + site.getAddress().getPort() + path);
    }
}
