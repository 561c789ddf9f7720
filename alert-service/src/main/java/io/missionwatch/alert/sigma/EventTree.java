package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An event as rules see it: a tree of maps, lists and plain values. A field is looked up as a top-level key with its
 * dots literal, then as a path, then under each root. Used by one thread; it remembers what it has looked up.
 */
public final class EventTree {
    private static final int MOST_TEXTS = 10_000;

    private final Map<String, ?> tree;
    private final EventReading reading;
    private final Map<String, FieldView> views = new HashMap<>();
    private List<Scalar> texts;

    EventTree(Map<String, ?> tree, EventReading reading) {
        this.tree = tree;
        this.reading = reading;
    }

    /** An event without further roots. */
    public static EventTree of(Map<String, ?> tree) {
        return EventReading.PLAIN.event(tree);
    }

    /** Every value found under a field, as text: of all elements where the path goes through a list. */
    public List<String> values(String field) {
        return view(field).slots().stream()
                .flatMap(slot -> slot.values().stream())
                .map(Scalar::text)
                .toList();
    }

    FieldView view(String field) {
        var view = views.get(field);
        if (view == null) {
            view = new FieldSearch(tree, reading.roots()).find(field);
            views.put(field, view);
        }
        return view;
    }

    Consumer<String> overruns() {
        return reading.onRegexOverrun();
    }

    /** What keywords are searched in: the named fields, or every plain value of the event wherever it stands. */
    List<Scalar> texts(List<String> scope) {
        if (!scope.isEmpty()) {
            return scope.stream()
                    .flatMap(field -> view(field).slots().stream())
                    .flatMap(slot -> slot.values().stream())
                    .toList();
        }
        if (texts == null) {
            texts = new ArrayList<>();
            collect(tree, texts);
        }
        return texts;
    }

    private static void collect(Object node, List<Scalar> into) {
        if (node == null || into.size() >= MOST_TEXTS) {
            return;
        }
        if (node instanceof Map<?, ?> map) {
            collectAll(map.values(), into);
        } else if (node instanceof Collection<?> list) {
            collectAll(list, into);
        } else {
            into.add(new Scalar(node));
        }
    }

    private static void collectAll(Collection<?> nodes, List<Scalar> into) {
        for (var node : nodes) {
            collect(node, into);
        }
    }
}
