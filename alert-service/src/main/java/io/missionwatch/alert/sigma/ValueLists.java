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

    Optional<List<String>> named(String name) {
        return Optional.ofNullable(lists.get(name)).filter(values -> !values.isEmpty());
    }
}
