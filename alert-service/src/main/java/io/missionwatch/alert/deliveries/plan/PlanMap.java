package io.missionwatch.alert.deliveries.plan;

import io.missionwatch.runtime.settings.Durations;
import io.missionwatch.runtime.settings.SettingException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One map of the file. Whoever reads it takes the keys it knows and then says {@link #end}, which refuses all others. */
public final class PlanMap {

    private final String path;
    private final Map<String, Object> values;
    private final Set<String> known = new HashSet<>();

    /**
     * A map of a file.
     *
     * @param path file and keys that lead to it, for messages
     */
    PlanMap(String path, Map<?, ?> values) {
        this.path = path;
        this.values = new LinkedHashMap<>();
        values.forEach((key, value) -> this.values.put(String.valueOf(key), value));
    }

    /** The keys, in their order. */
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** The text of a key that must be there. */
    public String text(String key) {
        return find(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    /** The text of a key; empty where it is not given. */
    public Optional<String> find(String key) {
        return raw(key).map(value -> plain(key, value));
    }

    /** The value of a key as something else makes it of a text. */
    public <T> Optional<T> find(String key, Function<String, T> parser) {
        return find(key).map(text -> parsed(key, text, parser));
    }

    /** Yes or no; no where it is not given. */
    public boolean flag(String key) {
        return find(key, text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("must be true or false");
                })
                .orElse(false);
    }

    /** A whole number within bounds, both included. */
    public int number(String key, int standard, int least, int most) {
        return find(key, text -> {
                    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                        throw new IllegalArgumentException("must be a whole number from " + least + " to " + most);
                    }
                    return Integer.parseInt(text);
                })
                .orElse(standard);
    }

    /** A length of time such as 30s. */
    public Duration duration(String key, String standard) {
        return find(key, PlanMap::time).orElseGet(() -> Durations.parse(standard));
    }

    /** Several lengths of time; empty where the key is not given. */
    public List<Duration> durations(String key) {
        return texts(key).stream().map(text -> parsed(key, text, PlanMap::time)).toList();
    }

    /** An address of one of these schemes, with a host. */
    public URI address(String key, List<String> schemes) {
        return parsed(key, text(key), text -> {
            var address = URI.create(text);
            if (address.getHost() == null || !schemes.contains(address.getScheme())) {
                throw new IllegalArgumentException("must be an address with a host and one of the schemes " + schemes);
            }
            return address;
        });
    }

    /** One of the constants of an enum, in any case and with hyphens or underscores. */
    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        return find(key, text -> symbol(type, text));
    }

    /** Several constants of an enum; empty where the key is not given. */
    public <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
        return texts(key).stream()
                .map(text -> parsed(key, text, word -> symbol(type, word)))
                .toList();
    }

    /** Several texts, or one; empty where the key is not given. */
    public List<String> texts(String key) {
        return raw(key).stream()
                .flatMap(value -> value instanceof List<?> list ? list.stream() : Stream.of(value))
                .map(value -> plain(key, value))
                .toList();
    }

    /** The map of a key; an empty one where it is not given. */
    public PlanMap map(String key) {
        return raw(key).map(value -> asMap(path + "." + key, value))
                .orElseGet(() -> new PlanMap(path + "." + key, Map.of()));
    }

    /** The maps of a list; empty where the key is not given. */
    public List<PlanMap> maps(String key) {
        var value = raw(key).orElse(List.of());
        if (!(value instanceof List<?> list)) {
            throw wrong(key, "must be a list");
        }
        var maps = new ArrayList<PlanMap>();
        for (var item : list) {
            maps.add(asMap(path + "." + key + "[" + (maps.size() + 1) + "]", item));
        }
        return maps;
    }

    /** The same map under a name that tells an operator more than a number does. */
    public PlanMap named(String name) {
        var same = new PlanMap(path + " '" + name + "'", values);
        same.known.addAll(known);
        return same;
    }

    /** A secret: the text itself, {@code env:NAME} or {@code file:PATH}. */
    public Optional<String> secret(String key) {
        return find(key).map(text -> parsed(key, text, Secrets::resolve));
    }

    /** Several secrets. */
    public List<String> secrets(String key) {
        return texts(key).stream()
                .map(text -> parsed(key, text, Secrets::resolve))
                .toList();
    }

    /**
     * Everything that is known has been read.
     *
     * @throws SettingException for a key that nobody asked for
     */
    public void end() {
        values.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw wrong(
                    key,
                    "is unknown; expected one of " + known.stream().sorted().toList());
        });
    }

    /** What is wrong with a key, for an operator. */
    public SettingException wrong(String key, String what) {
        return new SettingException(path + "." + key + " " + what);
    }

    private Optional<Object> raw(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private String plain(String key, Object value) {
        if (value instanceof Map || value instanceof List) {
            throw wrong(key, "must be a plain value");
        }
        return value.toString().strip();
    }

    // The text is left out of the message: it may be a secret.
    private <T> T parsed(String key, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException wrong) {
            throw wrong(key, wrong.getMessage());
        }
    }

    private static Duration time(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("must be " + wrong.getMessage(), wrong);
        }
    }

    private static <E extends Enum<E>> E symbol(Class<E> type, String text) {
        var constants = List.of(type.getEnumConstants());
        return constants.stream()
                .filter(constant -> constant.name().equalsIgnoreCase(text.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + constants.stream()
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    private static PlanMap asMap(String path, Object value) {
        if (value instanceof Map<?, ?> map) {
            return new PlanMap(path, map);
        }
        throw new SettingException(path + " must be a map");
    }
}
