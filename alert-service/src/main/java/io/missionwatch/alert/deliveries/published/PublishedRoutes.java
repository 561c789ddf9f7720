package io.missionwatch.alert.deliveries.published;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import io.missionwatch.schema.Alert;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** Answers feeds and CAP messages. */
public final class PublishedRoutes {

    static final String ATOM = "/feeds/alerts.atom";
    static final String RSS = "/feeds/alerts.rss";
    private static final String CAP = "/cap/{message}";
    private static final Pattern MESSAGE = Pattern.compile("(.{1,100})\\.(\\d{1,9})\\.xml");
    private static final int LONGEST_FEED = 100;

    private final PublishOrder order;
    private final Shelf shelf;
    private final BooleanSupplier isWhole;
    private final AlertFeeds feeds;
    private final CapMessage cap;

    /** Answers from a shelf once it is whole. */
    public PublishedRoutes(PublishOrder order, Shelf shelf, BooleanSupplier isWhole) {
        this.order = order;
        this.shelf = shelf;
        this.isWhole = isWhole;
        this.feeds = new AlertFeeds(order);
        this.cap = new CapMessage(order);
    }

    /** Adds the routes. */
    public void addTo(RoutesConfig routes) {
        routes.get(
                ATOM,
                request ->
                        answer(request, "application/atom+xml", feeds.atom(shelf.newest(LONGEST_FEED), base(request))));
        routes.get(
                RSS,
                request ->
                        answer(request, "application/rss+xml", feeds.rss(shelf.newest(LONGEST_FEED), base(request))));
        routes.get(CAP, request -> {
            var alert = find(request.pathParam("message"))
                    .orElseThrow(() -> new NotFoundResponse("no message of that name is published"));
            answer(request, "application/cap+xml", cap.of(alert, shelf.before(alert)));
        });
    }

    private Optional<Alert> find(String message) {
        var name = MESSAGE.matcher(message);
        return name.matches() ? shelf.find(name.group(1), Integer.parseInt(name.group(2))) : Optional.empty();
    }

    private void answer(Context request, String type, String document) {
        if (!isWhole.getAsBoolean()) {
            request.header("Retry-After", "1");
            throw new ServiceUnavailableResponse("the alerts are still being read; try again");
        }
        request.contentType(type + "; charset=utf-8").result(document);
    }

    private String base(Context request) {
        return order.base()
                .map(base -> base.toString().replaceAll("/+$", ""))
                .orElseGet(() -> request.scheme() + "://" + request.host());
    }
}
