package io.missionwatch.ingest.web;

import static io.missionwatch.ingest.web.ToldSite.flood;
import static io.missionwatch.ingest.web.ToldSite.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.missionwatch.ingest.web.WebAnswer.Failed;
import io.missionwatch.ingest.web.WebAnswer.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WebClientSafetyTest {

    @RegisterExtension
    private final ToldSite site = ToldSite.calledPatiently();

    @Test
    void endsCirclesAndChains() {
        site.redirect("/a", 302, "/b");
        site.redirect("/b", 302, "/a");
        for (int i = 0; i < 5; i++) {
            site.redirect("/hop" + i, 302, "/hop" + (i + 1));
        }

        assertThat(site.problem("/a")).isEqualTo(Problem.REDIRECT_LOOP);
        assertThat(site.problem("/hop0")).isEqualTo(Problem.REDIRECT_LOOP);
    }

    @Test
    void followsNoRedirectOffTheWebOrIntoTheCloudsMetadata() {
        site.redirect("/file", 302, "file:///etc/passwd");
        site.redirect("/metadata", 302, "http://169.254.169.254/latest/meta-data/");
        site.redirect("/private", 302, "http://[::ffff:10.0.0.1]/");
        site.redirect("/decimal", 302, "http://2852039166/");

        assertThat(site.problem("/file")).isEqualTo(Problem.FORBIDDEN_ADDRESS);
        assertThat(site.problem("/metadata")).isEqualTo(Problem.FORBIDDEN_ADDRESS);
        assertThat(site.problem("/private")).isEqualTo(Problem.FORBIDDEN_ADDRESS);
        assertThat(site.problem("/decimal")).isIn(Problem.FORBIDDEN_ADDRESS, Problem.UNREACHABLE, Problem.HTTP_ERROR);
    }

    @Test
    void readsThisMachineOnlyWhereThatIsAllowed() {
        site.serve("/a", exchange -> send(exchange, 200, "x"));

        try (var strict = new WebClient(site.settings(false))) {
            var answer = (Failed) strict.get(WebRequest.page(site.address("/a")));

            assertThat(answer.problem()).isEqualTo(Problem.FORBIDDEN_ADDRESS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0177.0.0.1/",
                "http://0x7f.0.0.1/",
                "http://0x7f000001/",
                "http://127.1/",
                "http://127.0.0.1./",
                "http://[::ffff:127.0.0.1]/",
                "http://[::1]/"
            })
    void refusesThisMachineHoweverItsNumberIsWritten(String address) {
        try (var strict = new WebClient(site.settings(false))) {
            var answer = (Failed) strict.get(WebRequest.page(URI.create(address)));

            assertThat(answer.problem()).isEqualTo(Problem.FORBIDDEN_ADDRESS);
        }
    }

    @Test
    void saysWhyAHostIsNone() {
        var answer = (Failed) site.get(WebRequest.page(URI.create("http://a_b.example/")));

        assertThat(answer.problem()).isEqualTo(Problem.FORBIDDEN_ADDRESS);
        assertThat(answer.message()).startsWith("the host is written with other characters than");
    }

    @Test
    void refusesANameWithOneBadAddress() {
        DnsResolver rebinding = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {
                    InetAddress.getByAddress(new byte[] {8, 8, 8, 8}),
                    InetAddress.getByAddress(new byte[] {10, 0, 0, 1})
                };
            }

            @Override
            public String resolveCanonicalHostname(String host) throws UnknownHostException {
                return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
            }
        };
        try (var other = new WebClient(site.settings(true), rebinding)) {
            var answer = (Failed) other.get(WebRequest.page(URI.create("http://rebind.example/")));

            assertThat(answer.problem()).isEqualTo(Problem.FORBIDDEN_ADDRESS);
        }
    }

    @Test
    void stopsAtItsLimitOfBytesAlsoWhenTheyAreCompressed() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 200; i++) {
                gzip.write(new byte[100_000]);
            }
        }
        site.serve("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            sendBytes(exchange, bomb);
        });
        site.serve("/bomb.gz", exchange -> sendBytes(exchange, bomb));
        site.serve("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            flood(exchange.getResponseBody(), 0);
        });

        assertThat(site.problem("/bomb")).isEqualTo(Problem.TOO_LARGE);
        assertThat(site.problem("/bomb.gz")).isEqualTo(Problem.TOO_LARGE);
        assertThat(site.problem("/endless")).isEqualTo(Problem.TOO_LARGE);
    }

    private static void sendBytes(HttpExchange exchange, ByteArrayOutputStream bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.size());
        exchange.getResponseBody().write(bytes.toByteArray());
        exchange.close();
    }
}
