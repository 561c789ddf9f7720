package io.missionwatch.runtime.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.settings.SettingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdminServerTest {

    private final Map<String, PartState> states = new LinkedHashMap<>();
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AdminServer admin = AdminServer.start(at(0), () -> Map.copyOf(states), metrics);

    @AfterEach
    void stop() {
        admin.close();
    }

    @Test
    void isReadyWhenEveryPartIs() throws Exception {
        states.put("streams", PartState.READY);

        var answer = get("/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"streams\":\"ready\"}");
    }

    @Test
    void saysWhatItWaitsForAndStaysLive() throws Exception {
        states.put("registry", new PartState.Waiting("\"http://127.0.0.1\"\nis down"));

        assertThat(get("/ready").statusCode()).isEqualTo(503);
        assertThat(get("/ready").body()).isEqualTo("{\"registry\":\"waiting: \\\"http://127.0.0.1\\\" is down\"}");
        assertThat(get("/live").statusCode()).isEqualTo(200);
    }

    @Test
    void isNotLiveWhenAPartFailed() throws Exception {
        states.put("streams", new PartState.Failed("no rights"));

        assertThat(get("/live").statusCode()).isEqualTo(503);
    }

    @Test
    void servesMetricsForPrometheus() throws Exception {
        metrics.counter("articles.seen").increment(3);

        var answer = get("/metrics");

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(answer.body()).contains("articles_seen_total 3.0");
    }

    @Test
    void answersGetAlone() throws Exception {
        var post = HttpRequest.newBuilder(uri("/live"))
                .POST(BodyPublishers.ofString("x"))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(post, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void namesThePortThatIsInUse() {
        assertThatThrownBy(() -> AdminServer.start(at(admin.port()), Map::of, metrics))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("port " + admin.port())
                .hasMessageContaining("admin.port");
    }

    private static AdminSettings at(int port) {
        return new AdminSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + admin.port() + path);
    }
}
