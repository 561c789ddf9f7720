package io.missionwatch.alert.api;

import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import io.missionwatch.alert.access.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stream of alerts as server-sent events: every revision as it is made, each with an id from which a client that was
 * cut off goes on. Every client has a thread of its own, so that a slow one holds nobody back. A stream ends when the token that
 * opened it is revoked or over.
 */
final class StreamRoute {

    private static final String PATH = "/api/v1/alerts/stream";
    private static final Logger LOG = LoggerFactory.getLogger(StreamRoute.class);
    private static final List<String> OWN = List.of("after");
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);
    private static final int STACK_BYTES = 256 * 1024;

    private final StreamHub hub;
    private final StreamClient.Past past;
    private final Guard guard;
    private final int most;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(null, task, "alert-stream", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    });

    StreamRoute(StreamHub hub, StreamClient.Past past, Guard guard, int most) {
        this.hub = hub;
        this.past = past;
        this.guard = guard;
        this.most = most;
    }

    List<Route> routes() {
        return List.of(Route.get(
                PATH,
                Scope.ALERTS_READ,
                "Every revision as it is made (server-sent events); goes on after `Last-Event-ID`.",
                this::connect));
    }

    private void connect(Context request) throws IOException {
        var wanted = AlertFilter.of(request.queryParamMap(), OWN);
        var after = after(request);
        if (hub.clients() >= most) {
            request.header("Retry-After", "5");
            throw new ServiceUnavailableResponse("too many streams are open; see the setting api.streams");
        }
        var response = request.res();
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader("X-Accel-Buffering", "no");
        // Nothing is sent before the client has its place in the stream: who sees it begin is told of all that comes.
        var client = new StreamClient(wanted, EventLine.to(request), guard.stillMay(request, Scope.ALERTS_READ));
        var ended = new CompletableFuture<Void>();
        request.future(() -> {
            threads.execute(() -> serve(client, after, ended));
            return ended;
        });
    }

    void close() {
        threads.shutdown();
        hub.close();
        try {
            if (!threads.awaitTermination(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(StreamClient client, Optional<Position> after, CompletableFuture<Void> ended) {
        try {
            client.serve(hub, past, after);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.warn("Alert stream ended because={}", failure.toString());
        } finally {
            ended.complete(null);
        }
    }

    private static Optional<Position> after(Context request) {
        return Optional.ofNullable(request.header("Last-Event-ID"))
                .filter(id -> !id.isBlank())
                .or(() -> Optional.ofNullable(request.queryParam("after")))
                .map(Position::parse);
    }
}
