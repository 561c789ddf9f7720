package io.missionwatch.alert.api;

import io.javalin.config.RoutesConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.missionwatch.alert.access.IssuerKeys;
import io.missionwatch.alert.access.OidcSignIn;
import io.missionwatch.alert.access.SignIn;
import io.missionwatch.alert.access.TokenSignIn;
import io.missionwatch.alert.desk.AuditTrail;
import io.missionwatch.alert.desk.ControlDesk;
import io.missionwatch.alert.desk.ControlTail;
import io.missionwatch.alert.desk.TokenDesk;
import io.missionwatch.alert.patterns.BuiltInPatterns;
import io.missionwatch.runtime.Part;
import io.missionwatch.runtime.PartState;
import io.missionwatch.runtime.kafka.KafkaSettings;
import io.missionwatch.serde.AvroSerdes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The API and the page of one instance, with everything behind them: the view, the stream, the doors for changes. */
public final class AlertApi implements Part {

    private final List<Part> parts;
    private final ApiServer server;
    private final List<Route> routes;

    private AlertApi(List<Part> parts, ApiServer server, List<Route> routes) {
        this.parts = List.copyOf(parts);
        this.server = server;
        this.routes = List.copyOf(routes);
    }

    /**
     * Starts to answer.
     *
     * @param feeds adds routes of other outputs, which whoever may see alerts may read
     * @throws io.missionwatch.runtime.settings.SettingException when the port is in use
     */
    public static AlertApi start(
            ApiSettings settings,
            KafkaSettings kafka,
            AvroSerdes serdes,
            Consumer<RoutesConfig> feeds,
            MeterRegistry metrics) {
        var view = new AlertView();
        var hub = new StreamHub(metrics);
        var tail = AlertTail.start(kafka, serdes, view, hub);
        var shelf = ControlTail.start(kafka, serdes);
        var actions = ActionDoor.open(kafka, serdes);
        var parts = new ArrayList<Part>(List.of(actions, shelf, tail));
        try {
            var clock = InstantSource.system();
            var desk = new ControlDesk(kafka, serdes, shelf, clock);
            var guard = new Guard(ways(settings, new TokenDesk(desk, clock)), settings.requestsPerMinute(), clock);
            var stream = new StreamRoute(hub, new AlertPast(kafka, serdes), guard, settings.streams());
            var alerts = new AlertRoutes(view, hub, actions, tail::isCaughtUp, clock);
            var routes = Stream.of(stream.routes(), alerts.routes(), controls(desk), audits(guard, kafka, serdes))
                    .flatMap(List::stream)
                    .toList();
            var server = ApiServer.start(settings, guard, routes, stream, feeds);
            parts.add(0, server);
            return new AlertApi(parts, server, routes);
        } catch (RuntimeException failure) {
            parts.forEach(Part::close);
            throw failure;
        }
    }

    private static List<SignIn> ways(ApiSettings settings, TokenDesk tokens) {
        var ways = new ArrayList<SignIn>();
        if (settings.tokens()) {
            ways.add(new TokenSignIn(tokens::find));
        }
        settings.oidc().ifPresent(oidc -> ways.add(new OidcSignIn(oidc, IssuerKeys.of(oidc))));
        return ways;
    }

    private static List<Route> controls(ControlDesk desk) {
        var clock = InstantSource.system();
        var patterns = new PatternShelf(BuiltInPatterns.all(), desk.shelf());
        return Stream.of(
                        new PatternRoutes(patterns, new PatternReader(clock), desk).routes(),
                        new SuppressionRoutes(patterns, desk, clock).routes(),
                        new WatchListRoutes(desk).routes(),
                        new TokenRoutes(new TokenDesk(desk, clock), clock).routes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> audits(Guard guard, KafkaSettings kafka, AvroSerdes serdes) {
        return Stream.of(new AuditRoutes(new AuditTrail(kafka, serdes), guard).routes(), OpenApi.routes())
                .flatMap(List::stream)
                .toList();
    }

    /** What can be asked of it. */
    List<Route> routes() {
        return routes;
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
        return parts.stream()
                .map(Part::state)
                .filter(state -> state != PartState.READY)
                .findFirst()
                .orElse(PartState.READY);
    }

    @Override
    public void close() {
        parts.forEach(Part::close);
    }
}
