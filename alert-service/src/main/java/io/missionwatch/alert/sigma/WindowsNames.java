package io.missionwatch.alert.sigma;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names that the Sigma specification (Field Usage) gives to parts of a Windows event: an attribute is called by its
 * tag and its name joined with an underscore, and a name loses its spaces, or has underscores in their place.
 */
final class WindowsNames {
    private static final List<String> ATTRIBUTES = List.of("#attributes", "@attributes");

    private WindowsNames() {}

    static Optional<Object> find(Map<?, ?> map, String field) {
        return attribute(map, field).or(() -> spaced(map, field));
    }

    /** User data stands in one element more, whose name each provider chooses. */
    static Optional<Object> inOnlyElement(Object node, String field) {
        if (!(node instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        var inner = map.entrySet().stream()
                .filter(entry -> !ATTRIBUTES.contains(entry.getKey()))
                .toList();
        return inner.size() == 1 && inner.get(0).getValue() instanceof Map<?, ?> only
                ? Optional.ofNullable(only.get(field))
                : Optional.empty();
    }

    private static Optional<Object> attribute(Map<?, ?> map, String field) {
        int underscore = field.indexOf('_');
        if (underscore <= 0 || !(map.get(field.substring(0, underscore)) instanceof Map<?, ?> tag)) {
            return Optional.empty();
        }
        var name = field.substring(underscore + 1);
        return ATTRIBUTES.stream()
                .filter(key -> tag.get(key) instanceof Map<?, ?>)
                .map(key -> (Object) ((Map<?, ?>) tag.get(key)).get(name))
                .filter(value -> value != null)
                .findFirst();
    }

    private static Optional<Object> spaced(Map<?, ?> map, String field) {
        return map.entrySet().stream()
                .filter(entry -> entry.getKey() instanceof String key && key.indexOf(' ') >= 0 && isSpaced(key, field))
                .map(entry -> (Object) entry.getValue())
                .filter(value -> value != null)
                .findFirst();
    }

    private static boolean isSpaced(String key, String field) {
        return key.replace(" ", "").equals(field) || key.replace(' ', '_').equals(field);
    }
}
