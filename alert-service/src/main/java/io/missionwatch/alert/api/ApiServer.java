package io.missionwatch.alert.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.SettingException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers consoles under {@code /api/v1} and shows the page. Bound to the address that it is given and no wider. */
final class ApiServer implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final long LARGEST_REQUEST = 256 * 1024;
    private static final int BAD_REQUEST = 400;
    private static final int UNAVAILABLE = 503;

    private final Javalin javalin;
    private final StreamRoute stream;

    private ApiServer(Javalin javalin, StreamRoute stream) {
        this.javalin = javalin;
        this.stream = stream;
    }

    /**
     * Starts to answer.
     *
     * @throws SettingException when the port is in use
     */
    static ApiServer start(
            InetSocketAddress address,
            AlertRoutes alerts,
            StreamRoute stream,
            PatternRoutes patterns,
            Consumer<RoutesConfig> feeds) {
        try {
            var javalin = Javalin.create(config -> configure(config, alerts, stream, patterns, feeds))
                    .start(address.getHostString(), address.getPort());
            return new ApiServer(javalin, stream);
        } catch (JavalinBindException inUse) {
            throw new SettingException("port %d of %s is in use; set api.port to another"
                    .formatted(address.getPort(), address.getHostString()));
        }
    }

    /** The port it listens on. */
    int port() {
        return javalin.port();
    }

    @Override
    public String name() {
        return "api";
    }

    @Override
    public PartState state() {
        return PartState.READY;
    }

    @Override
    public void close() {
        stream.close();
        javalin.stop();
    }

    private static void configure(
            JavalinConfig config,
            AlertRoutes alerts,
            StreamRoute stream,
            PatternRoutes patterns,
            Consumer<RoutesConfig> feeds) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.jetty.modifyServer(server -> server.setStopTimeout(0));
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = "/io/missionwatch/alert/page";
            files.location = Location.CLASSPATH;
            files.headers = Map.of();
        });
        var routes = config.routes;
        routes.before(DoorKeeper::look);
        routes.before("/api/v1/alerts*", alerts::waitForTheView);
        routes.get(StreamRoute.PATH, stream::connect);
        alerts.addTo(routes);
        patterns.addTo(routes);
        feeds.accept(routes);
        routes.get("/api/v1/openapi.json", OpenApi::answer);
        routes.exception(BadRequest.class, (bad, request) -> fail(request, BAD_REQUEST, bad.getMessage()));
        routes.exception(
                HttpResponseException.class, (known, request) -> fail(request, known.getStatus(), known.getMessage()));
        routes.exception(KafkaException.class, (failure, request) -> {
            LOG.warn("Request failed path={} because={}", request.path(), failure.toString());
            fail(request, UNAVAILABLE, "Kafka cannot be reached; try again");
        });
    }

    private static void fail(Context request, int status, String message) {
        request.status(status);
        AlertRoutes.answer(request, JsonNodeFactory.instance.objectNode().put("error", message));
    }
}
