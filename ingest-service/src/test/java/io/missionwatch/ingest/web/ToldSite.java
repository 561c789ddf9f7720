package io.missionwatch.ingest.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.missionwatch.ingest.web.WebAnswer.Failed;
import io.missionwatch.ingest.web.WebAnswer.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A site on this machine that answers as a test tells it to, well or badly, and a client that may call it. */
final class ToldSite implements BeforeEachCallback, AfterEachCallback {

    private final Duration answerTimeout;
    private final Duration deadline;
    private HttpServer site;
    private WebClient client;

    private ToldSite(Duration answerTimeout, Duration deadline) {
        this.answerTimeout = answerTimeout;
        this.deadline = deadline;
    }

    /** With a client that waits as long as a busy machine may take. */
    static ToldSite calledPatiently() {
        return new ToldSite(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    /** With a client that gives up soon. */
    static ToldSite calledImpatiently() {
        return new ToldSite(Duration.ofMillis(300), Duration.ofMillis(1_100));
    }

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        site.start();
        client = new WebClient(settings(true));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        client.close();
        site.stop(0);
    }

    WebSettings settings(boolean loopback) {
        return new WebSettings(
                "Missionwatch/test", Duration.ofSeconds(1), answerTimeout, deadline, 3, 100_000, 8, 4, loopback);
    }

    void serve(String path, HttpHandler handler) {
        site.createContext(path, handler);
    }

    void redirect(String path, int status, String location) {
        serve(path, exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            send(exchange, status, "");
        });
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    /** Sends more than anybody wants: blocks without a pause, or single bytes with one between them. */
    static void flood(OutputStream out, int pauseMillis) {
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

    static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    WebAnswer get(String path) {
        return get(WebRequest.page(address(path)));
    }

    WebAnswer get(WebRequest request) {
        return client.get(request);
    }

    Problem problem(String path) {
        return ((Failed) get(path)).problem();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + site.getAddress().getPort() + path);
    }
}
