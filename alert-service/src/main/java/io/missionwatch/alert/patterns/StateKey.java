package io.missionwatch.alert.patterns;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names what a pattern selects, how it groups and how it counts, so that a change of its words keeps its windows. */
final class StateKey {

    static final List<String> KEYS = List.of("logsource", "detection", "correlation", "filter", "missionwatch");

    private static final String OURS = "missionwatch";
    private static final List<String> SELECTING = List.of("logsource", "detection", "correlation", "filter");
    private static final List<String> HANDLING =
            List.of("group-by", "suppress-for", "absence", "min-independent-origins", "within-km", "value-lists");
    private static final int DIGITS = 16;

    private StateKey() {}

    /** The key of these documents, of which only {@link #KEYS} count. */
    static String of(List<Map<String, Object>> documents) {
        var text = new StringBuilder();
        for (var rule : documents) {
            write(text, chosen(rule, SELECTING));
            write(text, rule.get(OURS) instanceof Map<?, ?> own ? chosen(own, HANDLING) : Map.of());
        }
        return hash(text.toString());
    }

    private static Map<String, Object> chosen(Map<?, ?> rule, List<String> keys) {
        var chosen = new TreeMap<String, Object>();
        keys.stream().filter(rule::containsKey).forEach(key -> chosen.put(key, rule.get(key)));
        return chosen;
    }

    private static void write(StringBuilder text, Object node) {
        if (node instanceof Map<?, ?> map) {
            text.append('{');
            var sorted = new TreeMap<String, Object>();
            map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
            sorted.forEach((key, value) -> {
                text.append(key.length()).append(':').append(key);
                write(text, value);
            });
            text.append('}');
        } else if (node instanceof List<?> list) {
            text.append('[');
            list.forEach(item -> write(text, item));
            text.append(']');
        } else {
            var value = String.valueOf(node);
            text.append(value.length()).append(':').append(value);
        }
    }

    private static String hash(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
