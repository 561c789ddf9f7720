package io.missionwatch.alert.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
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

/** The routes under {@code /api/v1/alerts}: the list, one alert, what people do with it. */
final class AlertRoutes {

    private static final String ROOT = "/api/v1/alerts";
    private static final int USUAL_PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final int ACCEPTED = 202;
    private static final List<String> PAGING = List.of("limit", "cursor");

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

    void addTo(RoutesConfig routes) {
        routes.get(ROOT, this::list);
        routes.get(ROOT + "/{id}", this::one);
        routes.post(ROOT + "/{id}/actions", this::act);
    }

    /** An answer from a view that is still being built would be a wrong one. */
    void waitForTheView(Context request) {
        if (!isWhole.getAsBoolean()) {
            request.header("Retry-After", "1");
            throw new ServiceUnavailableResponse("the alerts are still being read; try again");
        }
    }

    /** The position is taken before the list, so that a stream from there misses nothing. */
    private void list(Context request) {
        var position = hub.reached();
        var parameters = request.queryParamMap();
        var wanted = AlertFilter.of(parameters, PAGING);
        var page = view.page(wanted, cursor(request), limit(request));
        var answer = json.createObjectNode();
        var alerts = answer.putArray("alerts");
        page.alerts().forEach(alert -> alerts.add(AvroJson.of(alert)));
        page.next().ifPresentOrElse(place -> answer.put("next", write(place)), () -> answer.putNull("next"));
        answer.put("position", position.toString());
        answer(request, answer);
    }

    private void one(Context request) {
        var alert = find(request);
        var answer = AvroJson.of(alert);
        var history = answer.putArray("history");
        view.historyOf(alert.getAlertId()).forEach(revision -> history.add(nodeOf(revision)));
        answer(request, answer);
    }

    private void act(Context request) {
        var alert = find(request);
        var action = ActionDoor.read(alert, body(request), clock.instant());
        if (!ActionDoor.isPossible(alert, action)) {
            throw new ConflictResponse(
                    "an alert that is " + word(alert.getStatus()) + " cannot be given " + word(action.getKind()));
        }
        actions.write(action);
        request.status(ACCEPTED);
        answer(request, AvroJson.of(action));
    }

    private Alert find(Context request) {
        return view.find(request.pathParam("id")).orElseThrow(() -> new NotFoundResponse("no alert of that id"));
    }

    private JsonNode body(Context request) {
        try {
            var body = json.readTree(request.body());
            if (body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException malformed) {
            throw new BadRequest("the body is no JSON: " + malformed.getOriginalMessage());
        }
        throw new BadRequest("the body is a JSON object with 'kind'");
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

    static void answer(Context request, JsonNode answer) {
        request.contentType("application/json; charset=utf-8").result(answer.toString());
    }

    private static int limit(Context request) {
        try {
            int limit = Integer.parseInt(
                    Optional.ofNullable(request.queryParam("limit")).orElse("" + USUAL_PAGE));
            if (limit >= 1 && limit <= LARGEST_PAGE) {
                return limit;
            }
        } catch (NumberFormatException noNumber) {
            throw new BadRequest("'limit' is a whole number from 1 to " + LARGEST_PAGE);
        }
        throw new BadRequest("'limit' is a whole number from 1 to " + LARGEST_PAGE);
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
