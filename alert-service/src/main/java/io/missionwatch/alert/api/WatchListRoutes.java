package io.missionwatch.alert.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.missionwatch.alert.access.Scope;
import io.missionwatch.alert.desk.Change;
import io.missionwatch.alert.desk.ControlDesk;
import io.missionwatch.alert.desk.DeskTopic;
import io.missionwatch.alert.desk.Entry;
import io.missionwatch.schema.Site;
import io.missionwatch.schema.WatchList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The routes of watch lists: sites and states that an organisation watches over. */
final class WatchListRoutes {

    private static final Removal<WatchList> REMOVAL =
            new Removal<>(DeskTopic.WATCH_LISTS, "watch-list.removed", "no watch list of that id");
    private static final String ROOT = "/api/v1/watch-lists";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST_NAME = 200;
    private static final int MOST_SITES = 5000;
    private static final double LARGEST_RADIUS = 2000;
    private static final int CREATED = 201;

    private final ObjectMapper json = new ObjectMapper();
    private final ControlDesk desk;

    WatchListRoutes(ControlDesk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ROOT, Scope.CONTROL_READ, "The watch lists.", this::list),
                Route.get(ROOT + "/{id}", Scope.CONTROL_READ, "One watch list.", this::one),
                Route.put(ROOT + "/{id}", Scope.CONTROL_WRITE, "Make or change a watch list.", this::put),
                Route.delete(
                        ROOT + "/{id}",
                        Scope.CONTROL_WRITE,
                        "Remove a watch list.",
                        request -> REMOVAL.answer(request, desk)));
    }

    private void list(Context request) {
        var answer = json.createObjectNode();
        var list = answer.putArray("watchLists");
        desk.shelf().all(DeskTopic.WATCH_LISTS).forEach(entry -> list.add(nodeOf(entry)));
        Answers.json(request, answer);
    }

    private void one(Context request) {
        answer(
                request,
                desk.shelf()
                        .find(DeskTopic.WATCH_LISTS, request.pathParam("id"))
                        .orElseThrow(() -> new NotFoundResponse("no watch list of that id")));
    }

    private void put(Context request) {
        var id = request.pathParam("id");
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new BadRequest("the id of a watch list has letters, digits, dots, hyphens and underscores");
        }
        var wanted = read(request, id);
        var entry = desk.change(DeskTopic.WATCH_LISTS, id, Guard.actor(request), standing -> {
            Versions.check(request, standing);
            request.status(standing.isPresent() ? 200 : CREATED);
            return Change.put(standing.isPresent() ? "watch-list.changed" : "watch-list.created", wanted);
        });
        answer(request, entry.orElseThrow());
    }

    private static WatchList read(Context request, String id) {
        var body = JsonBody.of(request, "name", "sites", "sendingStates", "hostStates");
        var name = body.text("name", LONGEST_NAME);
        var sites = body.objects("sites", MOST_SITES, "name", "latitude", "longitude", "radiusKm").stream()
                .map(WatchListRoutes::site)
                .toList();
        var sending = countries(body, "sendingStates");
        var hosts = countries(body, "hostStates");
        body.check();
        return WatchList.newBuilder()
                .setWatchListId(id)
                .setName(name)
                .setSites(sites)
                .setSendingStates(sending)
                .setHostStates(hosts)
                .setChangedBy(Guard.principal(request).name())
                .build();
    }

    private static Site site(JsonBody body) {
        return Site.newBuilder()
                .setName(body.text("name", LONGEST_NAME))
                .setLatitude(body.number("latitude", -90, 90))
                .setLongitude(body.number("longitude", -180, 180))
                .setRadiusKm(body.number("radiusKm", 0, LARGEST_RADIUS))
                .build();
    }

    private static List<String> countries(JsonBody body, String field) {
        var codes = body.texts(field, 2, COUNTRIES.size()).stream()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .toList();
        codes.stream()
                .filter(code -> !COUNTRIES.contains(code))
                .forEach(code -> body.fault(field, "holds '" + code + "', which is no ISO 3166-1 alpha-2 code"));
        return codes;
    }

    private static void answer(Context request, Entry<WatchList> entry) {
        Versions.write(request, entry);
        Answers.json(request, nodeOf(entry));
    }

    private static ObjectNode nodeOf(Entry<WatchList> entry) {
        return AvroJson.of(entry.value()).put("etag", Versions.tag(entry));
    }
}
