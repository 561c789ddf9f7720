package io.missionwatch.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionwatch.ingest.web.WebAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallbackServerTest {

    private final Map<String, String> form = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final HttpClient hub = HttpClient.newHttpClient();
    private CallbackServer server;

    @BeforeEach
    void start() {
        var subscriptions =
                new Subscriptions(Optional.of(URI.create("https://us.example")), this::post, InstantSource.system());
        subscriptions.want("h|f", URI.create("https://hub.example/"), "https://a.example/f?x=1", heard::add);
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
    }

    @Test
    void passesOnWhatIsSignedAndNothingElse() throws Exception {
        assertThat(push(token(), "<rss/>", "sha256=00")).isEqualTo(202);
        assertThat(heard).isEmpty();

        assertThat(push(token(), "<rss/>", signature("<rss/>"))).isEqualTo(202);

        assertThat(heard).containsExactly("h|f");
    }

    @Test
    void readsNoMoreOfAPushThanItMayHold() throws Exception {
        var longest = "x".repeat(1000);

        assertThat(push(token(), longest + "x", signature(longest + "x"))).isEqualTo(413);
        assertThat(heard).isEmpty();
        assertThat(push(token(), longest, signature(longest))).isEqualTo(202);
        assertThat(heard).hasSize(1);
    }

    @Test
    void answersOthersWhileSomeAreSlow() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 20; i++) {
                var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                var start = i % 2 == 0
                        ? "POST /" + token() + " HTTP/1.1\r\nHos"
                        : "POST /guess HTTP/1.1\r\nHost: us.example\r\nContent-Length: 900\r\n\r\nx";
                socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }

            assertThat(push(token(), "<rss/>", signature("<rss/>"))).isEqualTo(202);
            assertThat(heard).hasSize(1);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private String signature(String body) {
        return HubSignature.of(form.get("hub.secret"), body.getBytes(StandardCharsets.UTF_8));
    }

    private String token() {
        return form.get("hub.callback").replace("https://us.example/", "");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return hub.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int push(String path, String body) throws IOException, InterruptedException {
        return push(path, body, "sha1=00");
    }

    private int push(String path, String body, String signature) throws IOException, InterruptedException {
        var request = request(path)
                .timeout(Duration.ofSeconds(20))
                .header("X-Hub-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return hub.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/" + path));
    }
}
