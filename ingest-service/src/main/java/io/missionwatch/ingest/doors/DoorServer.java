package io.missionwatch.ingest.doors;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.settings.SettingException;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers at the door, bound to the address that it is given and no wider. */
final class DoorServer implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(DoorServer.class);
    private static final int A_WHILE = 5;

    private final Javalin javalin;

    private DoorServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts to answer.
     *
     * @throws SettingException when the port is in use
     */
    static DoorServer start(DoorSettings settings, Consumer<RoutesConfig> routes) {
        var address = settings.address();
        try {
            return new DoorServer(Javalin.create(config -> configure(config, settings, routes))
                    .start(address.getHostString(), address.getPort()));
        } catch (JavalinBindException inUse) {
            throw new SettingException("port %d of %s is in use; set door.port to another"
                    .formatted(address.getPort(), address.getHostString()));
        }
    }

    private static void configure(JavalinConfig config, DoorSettings settings, Consumer<RoutesConfig> more) {
        config.startup.showJavalinBanner = false;
        config.http.maxRequestSize = settings.mostBytes();
        config.jetty.modifyServer(server -> server.setStopTimeout(0));
        var routes = config.routes;
        routes.before(new DoorKeeper(settings.token())::look);
        routes.get("/v1/openapi.json", OpenApi::answer);
        more.accept(routes);
        routes.exception(
                HttpResponseException.class,
                (known, request) -> Answers.fail(request, known.getStatus(), known.getMessage()));
        routes.exception(KafkaException.class, (failure, request) -> {
            LOG.warn("Request failed path={} because={}", request.path(), failure.toString());
            Answers.later(request, 503, A_WHILE, "Kafka cannot be reached; try again");
        });
    }

    /** The port it listens on. */
    int port() {
        return javalin.port();
    }

    @Override
    public String name() {
        return "door-server";
    }

    @Override
    public PartState state() {
        return PartState.READY;
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
