package io.missionwatch.ingest.doors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.missionwatch.ingest.feeds.FeedList;
import io.missionwatch.ingest.feeds.FeedSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The routes under {@code /v1/feeds}: which feeds are read, and changes of them.
 *
 * @param feeds shows and changes them
 */
record FeedRoutes(FeedAdmin feeds) {

    static final String PATH = "/v1/feeds";
    static final String ONE = PATH + "/{id}";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[\\P{Cc}]{1,100}");
    private static final String NOBODY_IN_PARTICULAR = "api";

    void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list);
        routes.get(ONE, this::show);
        routes.put(ONE, this::put);
        routes.delete(ONE, this::remove);
        routes.post(ONE + "/pause", request -> pause(request, true));
        routes.post(ONE + "/resume", request -> pause(request, false));
    }

    private void list(Context request) {
        var answer = Answers.NODES.objectNode();
        var list = answer.putArray("feeds");
        feeds.all().forEach(view -> list.add(FeedJson.of(view)));
        Answers.give(request, 200, answer);
    }

    private void show(Context request) {
        Answers.give(
                request, 200, FeedJson.of(feeds.find(request.pathParam("id")).orElseThrow(FeedRoutes::unknown)));
    }

    private void put(Context request) {
        var feed = read(request.pathParam("id"), request.body());
        boolean isNew = feeds.put(feed, by(request)).isEmpty();
        Answers.give(request, isNew ? 201 : 200, FeedJson.of(feeds.view(feed)));
    }

    private void remove(Context request) {
        if (!feeds.remove(request.pathParam("id"), by(request))) {
            throw unknown();
        }
        request.status(204);
    }

    private void pause(Context request, boolean paused) {
        var feed = feeds.pause(request.pathParam("id"), paused, by(request)).orElseThrow(FeedRoutes::unknown);
        Answers.give(request, 200, FeedJson.of(feeds.view(feed)));
    }

    private static NotFoundResponse unknown() {
        return new NotFoundResponse("no feed of that id");
    }

    private static Caller by(Context request) {
        var name = Optional.ofNullable(request.header("Missionwatch-By")).orElse(NOBODY_IN_PARTICULAR);
        if (!NAME.matcher(name).matches()) {
            throw new BadRequestResponse("Missionwatch-By is a name of at most 100 characters");
        }
        return new Caller(name, request.ip());
    }

    /**
     * The feed of a request's body: the fields of a list of feeds, as JSON.
     *
     * @throws BadRequestResponse saying what was expected
     */
    static FeedSource read(String id, String body) {
        try {
            var fields = fields(JSON.readTree(body));
            if (!fields.getOrDefault("id", id).equals(id)) {
                throw new BadRequestResponse("id is that of the address, or left out");
            }
            fields.put("id", id);
            var feed = FeedList.feed(fields);
            if (!feed.id().equals(id)) {
                throw new BadRequestResponse("the id in the address is empty, or has blanks around it");
            }
            return feed;
        } catch (JsonProcessingException malformed) {
            throw new BadRequestResponse("the body is not JSON");
        } catch (IllegalArgumentException wrong) {
            throw new BadRequestResponse(wrong.getMessage());
        }
    }

    private static Map<String, String> fields(JsonNode node) {
        if (!node.isObject()) {
            throw new BadRequestResponse("a feed is a JSON object");
        }
        var fields = new HashMap<String, String>();
        node.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                fields.put(field.getKey(), text(field.getKey(), field.getValue()));
            }
        });
        return fields;
    }

    private static String text(String name, JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(item -> text(name, item))
                    .collect(Collectors.joining(","));
        }
        if (!value.isValueNode()) {
            throw new BadRequestResponse(name + " must be a value, or a list of texts");
        }
        return value.asText();
    }
}
