package io.missionwatch.alert.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import io.missionwatch.alert.access.Scope;
import io.missionwatch.alert.api.AlertView.Place;
import io.missionwatch.alert.api.AlertView.Revision;
import io.missionwatch.schema.Alert;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The routes of alerts: the list and its exports, one alert, what people do with it. */
final class AlertRoutes {

    private static final String ROOT = "/api/v1/alerts";
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int LARGEST_EXPORT = 10_000;
    private static final int ACCEPTED = 202;
    private static final List<String> PAGING = List.of("limit", "cursor");
    private static final List<String> LIMIT = List.of("limit");

    private final ObjectMapper json = new ObjectMapper();
    private final AlertView view;
    private final StreamHub hub;
    private final ActionDoor actions;
    private final BooleanSupplier isWhole;
    private final InstantSource clock;

    AlertRoutes(AlertView view, StreamHub hub, ActionDoor actions, BooleanSupplier isWhole, InstantSource clock) {
        this.view = view;
        this.hub = hub;
        this.actions = actions;
        this.isWhole = isWhole;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ROOT, Scope.ALERTS_READ, "Alerts, newest first: search and pages.", whole(this::list)),
                Route.get(
                        ROOT + ".geojson",
                        Scope.ALERTS_READ,
                        "The alerts of a search on the map (GeoJSON).",
                        whole(this::exportMap)),
                Route.get(
                        ROOT + ".csv",
                        Scope.ALERTS_READ,
                        "The alerts of a search as a table (CSV).",
                        whole(this::exportTable)),
                Route.get(
                        ROOT + "/{id}",
                        Scope.ALERTS_READ,
                        "One alert with its evidence and history.",
                        whole(this::one)),
                Route.post(
                        ROOT + "/{id}/actions",
                        Scope.ALERTS_ACT,
                        "Acknowledge, comment, resolve, cancel, judge false or reopen it.",
                        whole(this::act)));
    }

    /** An answer from a view that is still being built would be a wrong one. */
    private Handler whole(Handler handler) {
        return request -> {
            if (!isWhole.getAsBoolean()) {
                request.header("Retry-After", "1");
                throw new ServiceUnavailableResponse("the alerts are still being read; try again");
            }
            handler.handle(request);
        };
    }

    /** The position is taken before the list, so that a stream from there misses nothing. */
    private void list(Context request) {
        var position = hub.reached();
        var wanted = AlertFilter.of(request.queryParamMap(), PAGING);
        var page = view.page(wanted, cursor(request), limit(request, USUAL_PAGE, LARGEST_PAGE));
        var answer = json.createObjectNode();
        var alerts = answer.putArray("alerts");
        page.alerts().forEach(alert -> alerts.add(AvroJson.of(alert)));
        page.next().ifPresentOrElse(place -> answer.put("next", write(place)), () -> answer.putNull("next"));
        answer.put("position", position.toString());
        Answers.json(request, answer);
    }

    private void exportMap(Context request) {
        request.contentType("application/geo+json")
                .result(GeoJson.of(search(request)).toString());
    }

    private void exportTable(Context request) {
        request.header("Content-Disposition", "attachment; filename=\"alerts.csv\"");
        request.contentType("text/csv; charset=utf-8; header=present").result(Csv.of(search(request)));
    }

    private List<Alert> search(Context request) {
        var wanted = AlertFilter.of(request.queryParamMap(), LIMIT);
        return view.page(wanted, Optional.empty(), limit(request, LARGEST_EXPORT, LARGEST_EXPORT))
                .alerts();
    }

    private void one(Context request) {
        var alert = find(request);
        var answer = AvroJson.of(alert);
        var history = answer.putArray("history");
        view.historyOf(alert.getAlertId()).forEach(revision -> history.add(nodeOf(revision)));
        Answers.json(request, answer);
    }

    private void act(Context request) {
        var alert = find(request);
        var body = JsonBody.of(request, "actionId", "kind", "by", "reason", "suppressUntil");
        var action = ActionDoor.read(alert, body, Guard.principal(request), clock.instant());
        if (!ActionDoor.isPossible(alert, action)) {
            throw new ConflictResponse(
                    "an alert that is " + word(alert.getStatus()) + " cannot be given " + word(action.getKind()));
        }
        actions.write(action, Guard.actor(request));
        request.status(ACCEPTED);
        Answers.json(request, AvroJson.of(action));
    }

    private Alert find(Context request) {
        return view.find(request.pathParam("id")).orElseThrow(() -> new NotFoundResponse("no alert of that id"));
    }

    private ObjectNode nodeOf(Revision revision) {
        var node = json.createObjectNode()
                .put("revision", revision.revision())
                .put("change", revision.change().name())
                .put("status", revision.status().name())
                .put("severity", revision.severity().name())
                .put("certainty", revision.certainty().name())
                .put("origins", revision.origins())
                .put("evidenceCount", revision.evidenceCount())
                .put("updatedAt", revision.updatedAt().toString())
                .put("updatedBy", revision.updatedBy());
        var reasons = node.putArray("reasons");
        revision.reasons().forEach(reasons::add);
        return node;
    }

    static int limit(Context request, int usual, int largest) {
        var given = Optional.ofNullable(request.queryParam("limit"));
        if (given.isEmpty()) {
            return usual;
        }
        var number = given.filter(text -> text.matches("[0-9]{1,6}")).map(Integer::valueOf);
        return number.filter(limit -> limit >= 1 && limit <= largest)
                .orElseThrow(() -> new BadRequest("'limit' is a whole number from 1 to " + largest));
    }

    private static String write(Place place) {
        var text = place.openedAt().toString() + ' ' + place.alertId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Place> cursor(Context request) {
        return Optional.ofNullable(request.queryParam("cursor")).map(text -> {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
                return new Place(Instant.parse(parts[0]), parts[1]);
            } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException wrong) {
                throw new BadRequest("'cursor' is not one that this API gave");
            }
        });
    }

    private static String word(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
