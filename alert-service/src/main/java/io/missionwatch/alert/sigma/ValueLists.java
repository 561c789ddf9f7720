package io.missionwatch.alert.sigma;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Named lists of values that the {@code expand} modifier puts in place of {@code %name%}. Values may hold wildcards. */
public record ValueLists(Map<String, List<String>> lists) {
    /** No lists: a rule that uses a placeholder is refused. */
    public static final ValueLists NONE = new ValueLists(Map.of());

    public ValueLists {
        var copy = new HashMap<String, List<String>>();
        lists.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        lists = Map.copyOf(copy);
    }

    /** The lists that a file maps names to; a single value is a list of one. */
    static ValueLists of(YamlMap map) {
        var lists = new HashMap<String, List<String>>();
        for (var name : map.keys()) {
            map.require(name, "the values of %" + name + "%");
            var values = map.texts(name);
            if (values.isEmpty()) {
                throw new SigmaException(map.lineOf(name), "the list '" + name + "' is empty; expected values");
            }
            lists.put(name, values);
        }
        return new ValueLists(lists);
    }

    /** These lists, and others that stand in for them where both have one of a name. */
    ValueLists and(ValueLists others) {
        if (others.lists.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(lists);
        all.putAll(others.lists);
        return new ValueLists(all);
    }

    Optional<List<String>> named(String name) {
        return Optional.ofNullable(lists.get(name)).filter(values -> !values.isEmpty());
    }
}
