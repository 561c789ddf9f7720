package io.missionwatch.alert.api;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import io.missionwatch.alert.access.Scope;
import io.missionwatch.alert.desk.DeskBusy;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.settings.SettingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers consoles under {@code /api/v1} and shows the page. Bound to the address that it is given and no wider. */
final class ApiServer implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final long LARGEST_REQUEST = 1024 * 1024;
    private static final Set<String> PAGE =
            Set.of("/", "/index.html", "/app.js", "/alert.js", "/stream.js", "/style.css", "/icon.svg");
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int UNAVAILABLE = 503;

    private final Javalin javalin;
    private final StreamRoute stream;
    private final Optional<TlsConnector> tls;

    private ApiServer(Javalin javalin, StreamRoute stream, Optional<TlsConnector> tls) {
        this.javalin = javalin;
        this.stream = stream;
        this.tls = tls;
    }

    /**
     * Starts to answer.
     *
     * @throws SettingException when the port is in use
     */
    static ApiServer start(
            ApiSettings settings, Guard guard, List<Route> routes, StreamRoute stream, Consumer<RoutesConfig> feeds) {
        var address = settings.address();
        var tls = settings.tls().map(TlsConnector::new);
        try {
            var javalin = Javalin.create(config -> {
                configure(config, settings);
                tls.ifPresent(connector ->
                        config.jetty.addConnector((server, http) -> connector.connector(server, http, address)));
                var door = new DoorKeeper(settings);
                config.routes.before(door::look);
                config.routes.before(request -> guardOthers(request, door, guard, routes));
                answer(config.routes, door, guard, routes);
                feeds.accept(config.routes);
            });
            if (tls.isPresent()) {
                javalin.start();
            } else {
                javalin.start(address.getHostString(), address.getPort());
            }
            var server = new ApiServer(javalin, stream, tls);
            LOG.info(
                    "API listens host={} port={} tls={} signIn={}",
                    address.getHostString(),
                    server.port(),
                    tls.isPresent(),
                    guard.hasSignIn() ? "required" : "none, so on loopback alone");
            return server;
        } catch (JavalinBindException inUse) {
            tls.ifPresent(TlsConnector::close);
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
        tls.ifPresent(TlsConnector::close);
    }

    private static void configure(JavalinConfig config, ApiSettings settings) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.jetty.modifyServer(server -> server.setStopTimeout(0));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.host = settings.address().getHostString();
        config.staticFiles.add(files -> {
            files.hostedPath = "/";
            files.directory = "/io/missionwatch/alert/page";
            files.location = Location.CLASSPATH;
            files.headers = Map.of();
        });
    }

    /** What is neither the page nor a route that says itself what it needs is for those who may see alerts. */
    private static void guardOthers(Context request, DoorKeeper door, Guard guard, List<Route> routes) {
        if (!request.method().equals(HandlerType.OPTIONS)
                && !PAGE.contains(request.path())
                && routes.stream().noneMatch(route -> route.answers(request.path()))) {
            guard.admit(request, door.addressOf(request), Optional.of(Scope.ALERTS_READ));
        }
    }

    private static void answer(RoutesConfig config, DoorKeeper door, Guard guard, List<Route> routes) {
        config.options("/api/*", request -> request.status(NO_CONTENT));
        routes.forEach(route -> config.addHttpHandler(route.method(), route.path(), request -> {
            guard.admit(request, door.addressOf(request), route.scope());
            route.handler().handle(request);
        }));
        config.exception(BadRequest.class, (bad, request) -> Answers.fail(request, BAD_REQUEST, bad.getMessage()));
        config.exception(
                Invalid.class,
                (invalid, request) -> Answers.fail(request, UNPROCESSABLE, invalid.getMessage(), invalid.faults()));
        config.exception(
                HttpResponseException.class,
                (known, request) -> Answers.fail(request, known.getStatus(), known.getMessage()));
        config.exception(DeskBusy.class, (busy, request) -> Answers.fail(request, CONFLICT, busy.getMessage()));
        config.exception(KafkaException.class, (failure, request) -> {
            LOG.warn("Request failed path={} because={}", request.path(), failure.toString());
            request.header("Retry-After", "1");
            Answers.fail(request, UNAVAILABLE, "Kafka cannot be reached; try again");
        });
    }
}
