package io.missionwatch.alert.api;

import io.javalin.config.RoutesConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.missionwatch.alert.patterns.LivePatterns;
import io.missionwatch.runtime.KafkaSettings;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.serde.AvroSerdes;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** The API and the page of one instance, with everything behind them: the view, the stream, the door for actions. */
public final class AlertApi implements Part {

    private final AlertTail tail;
    private final ActionDoor actions;
    private final ApiServer server;

    private AlertApi(AlertTail tail, ActionDoor actions, ApiServer server) {
        this.tail = tail;
        this.actions = actions;
        this.server = server;
    }

    /**
     * Starts to answer.
     *
     * @param address where; on loopback
     * @param feeds adds routes of other outputs, which are answered behind the same door
     * @throws io.missionwatch.runtime.SettingException when the port is in use
     */
    public static AlertApi start(
            InetSocketAddress address,
            KafkaSettings kafka,
            AvroSerdes serdes,
            LivePatterns patterns,
            Consumer<RoutesConfig> feeds,
            MeterRegistry metrics) {
        var view = new AlertView();
        var hub = new StreamHub(metrics);
        var tail = AlertTail.start(kafka, serdes, view, hub);
        var actions = ActionDoor.open(kafka, serdes);
        try {
            var routes = new AlertRoutes(view, hub, actions, tail::isCaughtUp, InstantSource.system());
            var server =
                    ApiServer.start(address, routes, new StreamRoute(hub, tail), new PatternRoutes(patterns), feeds);
            return new AlertApi(tail, actions, server);
        } catch (RuntimeException failure) {
            actions.close();
            tail.close();
            throw failure;
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public String name() {
        return "api";
    }

    @Override
    public PartState state() {
        return tail.state();
    }

    @Override
    public void close() {
        List.<Part>of(server, actions, tail).forEach(Part::close);
    }
}
