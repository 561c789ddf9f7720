package io.missionwatch.alert.stream;

import io.missionwatch.alert.book.PatternCard;
import io.missionwatch.alert.matching.Route;
import io.missionwatch.alert.windows.Hit;
import io.missionwatch.alert.wire.WireSerdes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores behind the windows: hits by route and time, routes, and deadlines in their order. */
final class WindowStores {

    private static final String HITS = "window-hits";
    private static final String ROUTES = "window-routes";
    private static final String DEADLINES = "window-deadlines";
    private static final char SEPARATOR = '\u0000';

    private final KeyValueStore<String, StoredHit> hits;
    private final KeyValueStore<String, StoredRoute> routes;
    private final KeyValueStore<String, Due> deadlines;

    WindowStores(ProcessorContext<?, ?> context) {
        hits = context.getStateStore(HITS);
        routes = context.getStateStore(ROUTES);
        deadlines = context.getStateStore(DEADLINES);
    }

    /** A hit, and until when it is remembered. */
    record StoredHit(Hit hit, Instant keepUntil) {}

    /** What is known of a route: its newest card, its next deadline, and until when it is remembered. */
    record StoredRoute(PatternCard card, Optional<Instant> deadline, Instant keepUntil) {}

    /** A route that has something to do at a time. */
    record Due(Route route, Instant at) {}

    static List<StoreBuilder<?>> builders() {
        return List.of(store(HITS, StoredHit.class), store(ROUTES, StoredRoute.class), store(DEADLINES, Due.class));
    }

    private static StoreBuilder<?> store(String name, Class<?> values) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.String(), WireSerdes.json(values));
    }

    /** The hits of a route, by event id. */
    Map<String, Hit> hitsOf(Route route) {
        var found = new TreeMap<String, Hit>();
        try (var stored = hits.prefixScan(route.key() + SEPARATOR, new StringSerializer())) {
            stored.forEachRemaining(entry -> found.put(entry.value.hit().eventId(), entry.value.hit()));
        }
        return found;
    }

    void put(Route route, Hit hit, Instant keepUntil) {
        hits.put(keyOf(route, hit), new StoredHit(hit, keepUntil));
        routes.put(route.key(), new StoredRoute(cardOf(route), deadlineOf(route), keepUntil));
    }

    /** Stores a hit that is there already, with the alerts that it is handed to now. */
    void update(Route route, Hit hit) {
        var key = keyOf(route, hit);
        hits.put(key, new StoredHit(hit, hits.get(key).keepUntil()));
    }

    void delete(Route route, Hit hit) {
        hits.delete(keyOf(route, hit));
    }

    /** Remembers the newest card of a route's pattern. */
    void remember(Route route, PatternCard card) {
        var known = Optional.ofNullable(routes.get(route.key()));
        if (known.map(StoredRoute::card)
                .filter(old -> old.version() > card.version())
                .isEmpty()) {
            routes.put(
                    route.key(),
                    new StoredRoute(
                            card,
                            known.flatMap(StoredRoute::deadline),
                            known.map(StoredRoute::keepUntil).orElse(Instant.EPOCH)));
        }
    }

    PatternCard cardOf(Route route) {
        return routes.get(route.key()).card();
    }

    Optional<Instant> deadlineOf(Route route) {
        return Optional.ofNullable(routes.get(route.key())).flatMap(StoredRoute::deadline);
    }

    /** Has the route woken at a time, or not at all, in place of any time before. */
    void awake(Route route, Optional<Instant> at) {
        var known = routes.get(route.key());
        if (known == null || known.deadline().equals(at)) {
            return;
        }
        known.deadline().ifPresent(old -> deadlines.delete(deadlineKey(route, old)));
        at.ifPresent(next -> deadlines.put(deadlineKey(route, next), new Due(route, next)));
        routes.put(route.key(), new StoredRoute(known.card(), at, known.keepUntil()));
    }

    /** The routes whose time has come, in its order. */
    List<Route> due(Instant now) {
        var due = new ArrayList<Route>();
        try (var stored = deadlines.range("", timeKey(now.plusMillis(1)))) {
            stored.forEachRemaining(entry -> due.add(entry.value.route()));
        }
        return due;
    }

    /** Forgets what is remembered no longer. */
    void prune(Instant now) {
        try (var stored = hits.all()) {
            stored.forEachRemaining(entry -> {
                if (entry.value.keepUntil().isBefore(now)) {
                    hits.delete(entry.key);
                }
            });
        }
        try (var stored = routes.all()) {
            stored.forEachRemaining(entry -> {
                if (entry.value.keepUntil().isBefore(now)) {
                    routes.delete(entry.key);
                }
            });
        }
    }

    private static String keyOf(Route route, Hit hit) {
        return route.key() + SEPARATOR + timeKey(hit.time()) + SEPARATOR + hit.eventId();
    }

    private static String deadlineKey(Route route, Instant at) {
        return timeKey(at) + SEPARATOR + route.key();
    }

    /** Sixteen digits, in the order of time also before 1970. */
    private static String timeKey(Instant time) {
        return "%016x".formatted(time.toEpochMilli() ^ Long.MIN_VALUE);
    }
}
