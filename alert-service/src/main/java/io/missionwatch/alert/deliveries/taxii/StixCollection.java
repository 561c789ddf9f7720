package io.missionwatch.alert.deliveries.taxii;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.missionwatch.alert.deliveries.published.Shelf.Arrival;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The newest version of every object, in the order in which they were added. */
final class StixCollection {

    private final List<Entry> entries;

    /**
     * An object of the collection.
     *
     * @param added when its last change, or that of an alert that names it, came to this server
     */
    record Entry(Instant added, ObjectNode object) {
        String id() {
            return object.path("id").asText();
        }

        String version() {
            return object.path("modified").asText();
        }
    }

    /**
     * Which objects are wanted; an empty set is no condition.
     *
     * @param after only what was added later
     * @param place only what comes after this place, where a page before ended
     */
    record Wanted(
            Optional<Instant> after,
            Optional<Place> place,
            Set<String> ids,
            Set<String> types,
            Set<String> versions,
            Set<String> specifications)
            implements Predicate<Entry> {

        /** An object has one version here, which is the last, the first and all of them. */
        static final Set<String> NEWEST = Set.of("last", "first", "all");

        @Override
        public boolean test(Entry entry) {
            return after.map(entry.added()::isAfter).orElse(true)
                    && place.map(before -> before.isBefore(entry)).orElse(true)
                    && (ids.isEmpty() || ids.contains(entry.id()))
                    && (types.isEmpty()
                            || types.contains(entry.object().path("type").asText()))
                    && (specifications.isEmpty()
                            || specifications.contains(
                                    entry.object().path("spec_version").asText()))
                    && (versions.isEmpty()
                            || versions.contains(entry.version())
                            || versions.stream().anyMatch(NEWEST::contains));
        }
    }

    /** Where a page ended; opaque to clients. */
    record Place(Instant added, String id) {

        static Place of(Entry entry) {
            return new Place(entry.added(), entry.id());
        }

        static Optional<Place> parse(String text) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
                return Optional.of(new Place(Instant.parse(parts[0]), parts[1]));
            } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException notOurs) {
                return Optional.empty();
            }
        }

        boolean isBefore(Entry entry) {
            int order = added.compareTo(entry.added());
            return order < 0 || (order == 0 && id.compareTo(entry.id()) < 0);
        }

        @Override
        public String toString() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((added + " " + id).getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * A part of the collection.
     *
     * @param next where the next one begins, if there is more
     */
    record Page(List<Entry> entries, Optional<Place> next) {}

    private StixCollection(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * The objects of alerts.
     *
     * @param arrivals the newest revision of each, the one that came first first
     */
    static StixCollection of(List<Arrival> arrivals) {
        var newest = new HashMap<String, Entry>();
        for (var arrival : arrivals) {
            StixObjects.of(arrival.alert()).stream()
                    .map(object -> new Entry(arrival.at(), object))
                    .forEach(entry -> newest.put(entry.id(), entry));
        }
        return new StixCollection(newest.values().stream()
                .sorted(Comparator.comparing(Entry::added).thenComparing(Entry::id))
                .toList());
    }

    Page page(Predicate<Entry> wanted, int limit) {
        var found = entries.stream().filter(wanted).limit(limit + 1L).toList();
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        var page = found.subList(0, limit);
        return new Page(page, Optional.of(Place.of(page.get(limit - 1))));
    }
}
