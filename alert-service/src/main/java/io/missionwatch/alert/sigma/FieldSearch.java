package io.missionwatch.alert.sigma;

import io.missionwatch.alert.sigma.FieldView.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a field in an event's tree: as a key, as a path, then the same under each root. */
final class FieldSearch {
    private final Map<String, ?> tree;
    private final List<String> roots;

    FieldSearch(Map<String, ?> tree, List<String> roots) {
        this.tree = tree;
        this.roots = roots;
    }

    FieldView find(String field) {
        if (tree.containsKey(field)) {
            return viewOf(tree.get(field), field);
        }
        var view = walk(tree, field);
        if (view.anyPresent()) {
            return view;
        }
        return roots.stream()
                .map(root -> under(root, field))
                .filter(FieldView::anyPresent)
                .min(Comparator.comparing(FieldSearch::hasNoValue))
                .or(() -> inUserData(field))
                .orElse(view);
    }

    /** What each provider of Windows events calls as it likes is looked into only where no root has the field itself. */
    private Optional<FieldView> inUserData(String field) {
        return roots.stream()
                .flatMap(root -> WindowsNames.inOnlyElement(at(root), field).stream()
                        .map(found -> viewOf(found, root + "." + field)))
                .findFirst();
    }

    /** A part of the tree under that name, but no value of its own: another root may have one. */
    private static boolean hasNoValue(FieldView view) {
        return view.slots().stream().allMatch(Slot::isObject);
    }

    private FieldView under(String root, String field) {
        if (!(at(root) instanceof Map<?, ?> map)) {
            return FieldView.ABSENT;
        }
        if (map.containsKey(field)) {
            return viewOf(map.get(field), root + "." + field);
        }
        var view = walk(map, field);
        return view.anyPresent()
                ? view
                : WindowsNames.find(map, field)
                        .map(found -> viewOf(found, root + "." + field))
                        .orElse(view);
    }

    private Object at(String root) {
        return tree.containsKey(root) ? tree.get(root) : step(tree, root);
    }

    private static Object step(Map<?, ?> from, String path) {
        Object node = from;
        for (var segment : path.split("\\.", -1)) {
            if (!(node instanceof Map<?, ?> map)) {
                return null;
            }
            node = map.get(segment);
        }
        return node;
    }

    /** Follows a path; the first list of objects on the way gives the elements, deeper ones only more values. */
    private static FieldView walk(Map<?, ?> from, String path) {
        Map<?, ?> map = from;
        int start = 0;
        while (true) {
            int dot = path.indexOf('.', start);
            var key = keyIn(map, dot < 0 ? path.substring(start) : path.substring(start, dot));
            if (!map.containsKey(key)) {
                return FieldView.ABSENT;
            }
            var next = map.get(key);
            if (dot < 0) {
                return viewOf(next, path);
            }
            if (next instanceof Collection<?> list) {
                return elements(list, path.substring(0, dot), path.substring(dot + 1));
            }
            if (!(next instanceof Map<?, ?> inner)) {
                return FieldView.ABSENT;
            }
            map = inner;
            start = dot + 1;
        }
    }

    /** A segment of a path may say that a list follows, as in {@code ModifiedProperties{}.NewValue}. */
    private static String keyIn(Map<?, ?> map, String segment) {
        boolean marksList = segment.endsWith("{}") || segment.endsWith("[]");
        return marksList && !map.containsKey(segment) ? segment.substring(0, segment.length() - 2) : segment;
    }

    private static FieldView elements(Collection<?> list, String object, String rest) {
        var slots = new ArrayList<Slot>(list.size());
        for (var element : list) {
            slots.add(element instanceof Map<?, ?> map ? merged(walk(map, rest)) : Slot.ABSENT);
        }
        return new FieldView(object, slots);
    }

    private static Slot merged(FieldView view) {
        if (view.slots().size() == 1) {
            return view.slots().get(0);
        }
        var values =
                view.slots().stream().flatMap(slot -> slot.values().stream()).toList();
        boolean isObject = values.isEmpty() && view.slots().stream().anyMatch(Slot::isObject);
        return new Slot(view.anyPresent(), values.isEmpty(), isObject, values);
    }

    private static FieldView viewOf(Object node, String path) {
        if (node instanceof Collection<?> list && holdsObjects(list)) {
            return new FieldView(path, list.stream().map(FieldSearch::slotOf).toList());
        }
        return new FieldView("", List.of(slotOf(node)));
    }

    private static boolean holdsObjects(Collection<?> list) {
        return list.stream().anyMatch(element -> element instanceof Map<?, ?> map && !map.containsKey("#text"));
    }

    private static Slot slotOf(Object node) {
        var values = new ArrayList<Scalar>(1);
        addValues(node, values);
        boolean isNull = node == null
                || (node instanceof Collection<?> && values.isEmpty())
                || (node instanceof Map<?, ?> map && map.isEmpty());
        return new Slot(true, isNull, node instanceof Map<?, ?> && values.isEmpty(), values);
    }

    /** A map has no value of its own, but for the text content that converters of XML events put beside attributes. */
    private static void addValues(Object node, List<Scalar> values) {
        if (node instanceof Map<?, ?> map) {
            addValues(map.get("#text"), values);
        } else if (node instanceof Collection<?> list) {
            list.forEach(element -> addValues(element, values));
        } else if (node != null) {
            values.add(new Scalar(node));
        }
    }
}
