package io.missionwatch.alert.deliveries.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.missionwatch.alert.deliveries.Alerts;
import io.missionwatch.alert.deliveries.outbox.Attempt;
import io.missionwatch.alert.deliveries.outbox.Parcel;
import io.missionwatch.alert.deliveries.plan.PlanFile;
import io.missionwatch.alert.deliveries.transport.FixedNames;
import io.missionwatch.cloudevents.TraceParent;
import io.missionwatch.schema.Alert;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSinkTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile byte[] body = {};
    private volatile int status = 204;
    private volatile String[] header = {"X-Nothing", "0"};
    private HttpServer receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::take);
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @Test
    void postsASignedEvent() throws Exception {
        var trace = TraceParent.start();

        var attempt = deliver(Alerts.first(), Optional.of(trace));

        assertThat(attempt).isEqualTo(Attempt.DELIVERED);
        assertThat(seen.get("webhook-id")).isEqualTo(Alerts.ID + "_1");
        assertThat(seen.get("webhook-timestamp")).isEqualTo(Long.toString(Alerts.NOON.getEpochSecond()));
        assertThat(seen.get("webhook-signature"))
                .isEqualTo(new Signature(List.of(SECRET)).of(Alerts.ID + "_1", Alerts.NOON.getEpochSecond(), body));
        assertThat(seen.get("authorization")).isEqualTo("Bearer soc");
        assertThat(seen.get("traceparent")).contains(trace.traceId());
        var event = new ObjectMapper().readTree(body);
        assertThat(event.path("type").asText()).isEqualTo("alert.opened");
        assertThat(event.path("timestamp").asText()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(event.path("data").path("alertId").asText()).isEqualTo(Alerts.ID);
    }

    @Test
    void keepsTheBodySmallAndSaysWhatIsLeftOut() throws Exception {
        var much = Alerts.alert("a", 1)
                .setEvidence(Collections.nCopies(50, Alerts.evidence("long-" + "x".repeat(900), "alpha")))
                .setEvidenceCount(120)
                .build();

        deliver(much, Optional.empty());

        assertThat(body.length).isLessThan(20_000);
        var data = new ObjectMapper().readTree(body).path("data");
        assertThat(data.path("evidence").size()).isBetween(3, 6);
        assertThat(data.path("evidenceCount").asInt()).isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "307", "400", "401", "404", "429", "500", "503"})
    void anythingButSuccessIsAFailure(int answer) {
        status = answer;
        header = new String[] {
            "Location", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/other"
        };

        var attempt = deliver(Alerts.first(), Optional.empty());

        assertThat(attempt)
                .isInstanceOfSatisfying(
                        Attempt.Failed.class,
                        failed -> assertThat(failed.reason()).contains(Integer.toString(answer)));
        assertThat(requests).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "'Mon, 02 Mar 2026 12:10:00 GMT', 600", "'Mon, 02 Mar 2026 11:00:00 GMT', 0"})
    void heedsRetryAfter(String value, long seconds) {
        status = 429;
        header = new String[] {"Retry-After", value};

        assertThat(deliver(Alerts.first(), Optional.empty()))
                .isInstanceOfSatisfying(
                        Attempt.Failed.class,
                        failed -> assertThat(failed.notBefore()).contains(Duration.ofSeconds(seconds)));
    }

    @Test
    void aReceiverThatIsGoneIsLeftAlone() {
        status = 410;

        assertThat(deliver(Alerts.first(), Optional.empty())).isInstanceOf(Attempt.Gone.class);
    }

    @Test
    void aReceiverThatDoesNotAnswerIsATimeout() {
        header = new String[] {"X-Slow", "yes"};

        assertThat(deliver(Alerts.first(), Optional.empty()))
                .isInstanceOfSatisfying(
                        Attempt.Failed.class,
                        failed -> assertThat(failed.reason()).contains("no"));
    }

    @ParameterizedTest
    @CsvSource({"https, 169.254.169.254, ''", "http, 93.184.216.34, ', reach: private, timeout: 1s'"})
    void goesNeitherToMetadataNorInTheClearOverThePublicNet(String scheme, String address, String more)
            throws Exception {
        var yaml = "{url: '%s://soc.example/', secrets: [%s]%s}".formatted(scheme, SECRET, more);
        var order = WebhookOrder.from(PlanFile.parse("sink", yaml));
        var names = new FixedNames(InetAddress.getByName(address));

        try (var sink = new WebhookSink(order, names, InstantSource.system())) {
            assertThat(sink.deliver(new Parcel(Alerts.first(), 1, Optional.empty())))
                    .isInstanceOfSatisfying(
                            Attempt.Failed.class,
                            failed -> assertThat(failed.reason()).contains("not one that may be delivered to"));
        }
    }

    @Test
    void refusesLoopbackByNumberToo() {
        var yaml = "{url: 'https://127.0.0.1:%d/', secrets: [%s]}"
                .formatted(receiver.getAddress().getPort(), SECRET);

        try (var sink = WebhookSink.from(PlanFile.parse("sink", yaml))) {
            assertThat(sink.deliver(new Parcel(Alerts.first(), 1, Optional.empty())))
                    .isInstanceOfSatisfying(
                            Attempt.Failed.class,
                            failed -> assertThat(failed.reason()).contains("not one that may be delivered to"));
        }
    }

    private Attempt deliver(Alert alert, Optional<TraceParent> trace) {
        var yaml = """
                url: http://localhost:%d/alerts
                secrets: %s
                reach: loopback
                timeout: 1s
                headers: {Authorization: Bearer soc}
                """.formatted(receiver.getAddress().getPort(), SECRET);
        var order = WebhookOrder.from(PlanFile.parse("sink", yaml));
        var names = new FixedNames(InetAddress.getLoopbackAddress());
        try (var sink = new WebhookSink(order, names, InstantSource.fixed(Alerts.NOON))) {
            return sink.deliver(new Parcel(alert, 1, trace));
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        exchange.getRequestHeaders().forEach((name, values) -> seen.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        body = exchange.getRequestBody().readAllBytes();
        if (header[0].equals("X-Slow")) {
            return;
        }
        exchange.getResponseHeaders().set(header[0], header[1]);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
