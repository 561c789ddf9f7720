package io.missionwatch.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.web.WebAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbackServerTest {

    private final Map<String, String> form = new ConcurrentHashMap<>();
    private final HttpClient hub = HttpClient.newHttpClient();
    private CallbackServer server;

    @BeforeEach
    void start() {
        var subscriptions =
                new Subscriptions(Optional.of(URI.create("https://us.example")), this::post, InstantSource.system());
        subscriptions.want("h|f", URI.create("https://hub.example/"), "https://a.example/f?x=1", key -> {});
        subscriptions.step();
        server = CallbackServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), subscriptions, 1000);
    }

    private WebAnswer post(URI address, Map<String, String> sent) {
        form.putAll(sent);
        return new WebAnswer.NotModified(Optional.empty());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void echoesTheChallengeOfWhatWasAskedFor() throws Exception {
        var question = "?hub.mode=subscribe&hub.topic=https%3A%2F%2Fa.example%2Ff%3Fx%3D1&hub.challenge=a+b%26c";

        assertThat(get(token() + question).body()).isEqualTo("a b&c");
        assertThat(get(token() + question.replace("x%3D1", "x%3D2")).statusCode())
                .isEqualTo(404);
        assertThat(get("guess" + question).statusCode()).isEqualTo(404);
    }

    @Test
    void sendsAwayWhoPushesToAnAddressThatIsNotOurs() throws Exception {
        assertThat(push("guess", "x")).isEqualTo(410);
        assertThat(push(token(), "x")).isEqualTo(202);
        assertThat(push(token(), "x".repeat(5000))).isEqualTo(202);
    }

    private String token() {
        return form.get("hub.callback").replace("https://us.example/", "");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return hub.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int push(String path, String body) throws IOException, InterruptedException {
        var request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        return hub.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/" + path));
    }
}
