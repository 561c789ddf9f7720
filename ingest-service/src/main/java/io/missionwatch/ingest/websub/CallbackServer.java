package io.missionwatch.ingest.websub;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.settings.SettingException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers hubs: verifies what they ask back, and hears what they push. It also keeps subscriptions going. It is there for
 * all the world to call, so nothing that comes is kept in memory, and nobody may take long.
 */
public final class CallbackServer implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackServer.class);
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(30);
    private static final long STEP_SECONDS = 10;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_LARGE = 413;

    private final Subscriptions subscriptions;
    private final int mostBytes;
    private final Javalin javalin;
    private final ScheduledExecutorService steps = Executors.newSingleThreadScheduledExecutor(CallbackServer::thread);

    private CallbackServer(Subscriptions subscriptions, int mostBytes) {
        this.subscriptions = subscriptions;
        this.mostBytes = mostBytes;
        this.javalin = Javalin.create(this::configure);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "websub");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Starts to answer.
     *
     * @param mostBytes of a push; a longer one is not listened to
     * @throws SettingException when it cannot listen there
     */
    public static CallbackServer start(InetSocketAddress address, Subscriptions subscriptions, int mostBytes) {
        var started = new CallbackServer(subscriptions, mostBytes);
        try {
            started.javalin.start(address.getHostString(), address.getPort());
        } catch (JavalinBindException inUse) {
            throw new SettingException("websub.host and websub.port: cannot listen on " + address);
        }
        var unused = started.steps.scheduleWithFixedDelay(started::step, 1, STEP_SECONDS, TimeUnit.SECONDS);
        return started;
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.jetty.modifyServer(server -> server.setStopTimeout(0));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.routes.get("/*", this::verify);
        config.routes.post("/*", this::hear);
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    private void step() {
        try {
            subscriptions.step();
        } catch (RuntimeException e) {
            LOG.warn("Subscriptions could not be kept going", e);
        }
    }

    private static String token(Context request) {
        return request.path().substring(request.path().lastIndexOf('/') + 1);
    }

    private void verify(Context request) {
        subscriptions
                .verify(token(request), parameters(request.queryString()))
                .ifPresentOrElse(
                        answer -> request.contentType("text/plain; charset=utf-8")
                                .header("X-Content-Type-Options", "nosniff")
                                .result(answer),
                        () -> request.status(NOT_FOUND));
    }

    private void hear(Context request) {
        var signature = Optional.ofNullable(request.header("X-Hub-Signature")).orElse("");
        var body = new PushBody(request.bodyInputStream(), mostBytes, HEARD_WITHIN);
        try {
            request.status(subscriptions.hear(token(request), signature, body) ? ACCEPTED : GONE);
        } catch (IOException unheard) {
            LOG.info("Push was not heard because={}", unheard.getMessage());
            request.status(TOO_LARGE);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (var part : Optional.ofNullable(query).orElse("").split("&", -1)) {
            int end = part.indexOf('=');
            if (end > 0) {
                parameters.putIfAbsent(decoded(part.substring(0, end)), decoded(part.substring(end + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public String name() {
        return "websub";
    }

    @Override
    public PartState state() {
        return PartState.READY;
    }

    @Override
    public void close() {
        steps.shutdownNow();
        javalin.stop();
    }
}
