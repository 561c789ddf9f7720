package io.missionwatch.alert.deliveries.taxii;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.missionwatch.alert.deliveries.published.PublishOrder;
import io.missionwatch.alert.deliveries.published.Shelf;
import io.missionwatch.alert.deliveries.taxii.StixCollection.Page;
import io.missionwatch.alert.deliveries.taxii.StixCollection.Place;
import io.missionwatch.alert.deliveries.taxii.StixCollection.Wanted;
import io.missionwatch.ids.NamedUuid;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A TAXII 2.1 server to read from: one API root, one collection with all that is published. */
public final class TaxiiRoutes {

    /** The collection's id; made from its name, so that it is the same everywhere. */
    public static final String COLLECTION = new NamedUuid("taxii").of("alerts");

    private static final String TAXII = "application/taxii+json;version=2.1";
    private static final String STIX = "application/stix+json;version=2.1";
    private static final String DISCOVERY = "/taxii2/";
    private static final String ROOT = "/taxii2/missionwatch/";
    private static final String ONE = ROOT + "collections/{collection}/";
    private static final int LARGEST_PAGE = 1000;
    // Nothing may be written, but the specification asks for a number above nothing.
    private static final int LARGEST_REQUEST = 1024 * 1024;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final PublishOrder order;
    private final Shelf shelf;
    private final BooleanSupplier isWhole;

    /** Answers from a shelf once it is whole. */
    public TaxiiRoutes(PublishOrder order, Shelf shelf, BooleanSupplier isWhole) {
        this.order = order;
        this.shelf = shelf;
        this.isWhole = isWhole;
    }

    /** What a request is refused with. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refused(int status, String title) {
            super(title);
            this.status = status;
        }
    }

    /** Adds the routes. */
    public void addTo(RoutesConfig routes) {
        add(routes, DISCOVERY, request -> answer(request, discovery(request)));
        add(routes, ROOT, request -> answer(request, root()));
        add(routes, ROOT + "status/{id}/", request -> {
            throw new Refused(404, "nothing is ever written here, so there is no status");
        });
        add(routes, ROOT + "collections/", request -> {
            var answer = NODES.objectNode();
            answer.putArray("collections").add(collection());
            answer(request, answer);
        });
        add(routes, ONE, request -> answer(request, collection()));
        add(routes, ONE + "manifest/", request -> answer(request, manifest(page(request, Set.of()))));
        add(routes, ONE + "objects/", request -> answer(request, envelope(page(request, Set.of()))));
        add(routes, ONE + "objects/{object}/", request -> answer(request, envelope(known(request))));
        add(routes, ONE + "objects/{object}/versions/", request -> answer(request, versions(known(request))));
        routes.post(ONE + "objects/", this::refuseToWrite);
        routes.delete(ONE + "objects/{object}/", this::refuseToWrite);
        routes.exception(Refused.class, TaxiiRoutes::refuse);
    }

    private void refuseToWrite(Context request) {
        check(request);
        throw new Refused(403, "this collection is to be read only");
    }

    private void add(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, request -> {
            check(request);
            handler.handle(request);
        });
    }

    private void check(Context request) {
        if (!accepts(Optional.ofNullable(request.header("Accept")).orElse("*/*"))) {
            throw new Refused(406, "this server speaks " + TAXII);
        }
        if (!isWhole.getAsBoolean()) {
            request.header("Retry-After", "1");
            throw new Refused(503, "the alerts are still being read; try again");
        }
        if (request.pathParamMap().containsKey("collection")
                && !request.pathParam("collection").equals(COLLECTION)) {
            throw new Refused(404, "no collection of that id");
        }
    }

    static boolean accepts(String header) {
        return Stream.of(header.split(",")).map(part -> part.replace(" ", "")).anyMatch(part -> {
            var type = part.split(";", 2)[0];
            boolean ours =
                    Set.of("*/*", "application/*", "application/taxii+json").contains(type);
            return ours && (!part.contains("version=") || part.contains("version=2.1"));
        });
    }

    private ObjectNode discovery(Context request) {
        var address = order.base()
                        .map(base -> base.toString().replaceAll("/+$", ""))
                        .orElseGet(() -> request.scheme() + "://" + request.host())
                + ROOT;
        var answer = NODES.objectNode()
                .put("title", "Missionwatch")
                .put("description", "Threats to foreign missions, as the news tells them")
                .put("default", address);
        answer.putArray("api_roots").add(address);
        return answer;
    }

    private static ObjectNode root() {
        var answer = NODES.objectNode().put("title", "Missionwatch").put("max_content_length", LARGEST_REQUEST);
        answer.putArray("versions").add(TAXII);
        return answer;
    }

    private static ObjectNode collection() {
        var answer = NODES.objectNode()
                .put("id", COLLECTION)
                .put("title", "Alerts")
                .put("can_read", true)
                .put("can_write", false);
        answer.putArray("media_types").add(STIX);
        return answer;
    }

    private Page known(Context request) {
        var page = page(request, Set.of(request.pathParam("object")));
        if (page.entries().isEmpty()) {
            throw new Refused(404, "no object of that id");
        }
        return page;
    }

    private Page page(Context request, Set<String> ids) {
        var wanted = new Wanted(
                Optional.ofNullable(request.queryParam("added_after")).map(text -> time(text, "added_after")),
                Optional.ofNullable(request.queryParam("next"))
                        .map(text -> Place.parse(text)
                                .orElseThrow(() -> new Refused(400, "'next' is not one that this server gave"))),
                ids.isEmpty() ? match(request, "id") : ids,
                match(request, "type"),
                match(request, "version").stream().map(TaxiiRoutes::version).collect(Collectors.toUnmodifiableSet()),
                match(request, "spec_version"));
        var page = StixCollection.of(shelf.arrivals()).page(wanted, limit(request));
        if (!page.entries().isEmpty()) {
            var last = page.entries().get(page.entries().size() - 1);
            request.header(
                    "X-TAXII-Date-Added-First",
                    StixObjects.time(page.entries().get(0).added()));
            request.header("X-TAXII-Date-Added-Last", StixObjects.time(last.added()));
        }
        return page;
    }

    private static Set<String> match(Context request, String field) {
        return request.queryParams("match[" + field + "]").stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A version as objects name theirs, however many digits the request gives it. */
    private static String version(String text) {
        return StixCollection.Wanted.NEWEST.contains(text) ? text : StixObjects.time(time(text, "match[version]"));
    }

    private static int limit(Context request) {
        var text = Optional.ofNullable(request.queryParam("limit")).orElse("" + LARGEST_PAGE);
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1) {
            throw new Refused(400, "'limit' is a whole number from 1");
        }
        return Math.min(LARGEST_PAGE, Integer.parseInt(text));
    }

    private static Instant time(String text, String parameter) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw new Refused(400, "'" + parameter + "' is a time such as 2026-03-02T12:00:00.000Z");
        }
    }

    private static ObjectNode envelope(Page page) {
        var answer = paged(page);
        if (!page.entries().isEmpty()) {
            var objects = answer.putArray("objects");
            page.entries().forEach(entry -> objects.add(entry.object()));
        }
        return answer;
    }

    private static ObjectNode manifest(Page page) {
        var answer = paged(page);
        if (!page.entries().isEmpty()) {
            var objects = answer.putArray("objects");
            page.entries()
                    .forEach(entry -> objects.addObject()
                            .put("id", entry.id())
                            .put("date_added", StixObjects.time(entry.added()))
                            .put("version", entry.version())
                            .put("media_type", STIX));
        }
        return answer;
    }

    private static ObjectNode versions(Page page) {
        var answer = paged(page);
        var versions = answer.putArray("versions");
        page.entries().forEach(entry -> versions.add(entry.version()));
        return answer;
    }

    private static ObjectNode paged(Page page) {
        var answer = NODES.objectNode().put("more", page.next().isPresent());
        page.next().ifPresent(next -> answer.put("next", next.toString()));
        return answer;
    }

    private static void answer(Context request, ObjectNode answer) {
        request.contentType(TAXII).result(answer.toString());
    }

    private static void refuse(Refused refused, Context request) {
        request.status(refused.status);
        answer(
                request,
                NODES.objectNode()
                        .put("title", refused.getMessage())
                        .put("http_status", Integer.toString(refused.status)));
    }
}
