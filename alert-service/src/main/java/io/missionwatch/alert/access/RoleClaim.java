package io.missionwatch.alert.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the role of a person out of the claims of a token. */
record RoleClaim(String path, Map<Role, List<String>> roles) {

    /** The highest role that a value of the claim gives. */
    Optional<Role> roleIn(Map<String, Object> claims) {
        var values = valuesIn(claims);
        return Stream.of(Role.ADMIN, Role.ANALYST, Role.VIEWER)
                .filter(role -> roles.getOrDefault(role, List.of()).stream().anyMatch(values::contains))
                .findFirst();
    }

    /** A claim of that very name comes before one inside an object: some providers have dots or slashes in names. */
    private List<String> valuesIn(Map<String, Object> claims) {
        if (claims.containsKey(path)) {
            return words(claims.get(path));
        }
        int dot = path.indexOf('.');
        if (dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
            var rest = new RoleClaim(path.substring(dot + 1), roles);
            return rest.valuesIn(stringKeyed(inner));
        }
        return List.of();
    }

    private static Map<String, Object> stringKeyed(Map<?, ?> map) {
        return map.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(java.util.stream.Collectors.toMap(
                        entry -> entry.getKey().toString(), Map.Entry::getValue));
    }

    private static List<String> words(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(value.toString().split(" "));
    }
}
