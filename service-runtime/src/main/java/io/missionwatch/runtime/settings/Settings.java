package io.missionwatch.runtime.settings;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The settings that a service was started with. What the operator gave is checked against the settings that the service
 * declares: an unknown name stops the start, a wrong value does so when it is read.
 */
public final class Settings {

    private final Map<String, Given> given;

    private Settings(Map<String, Given> given) {
        this.given = Map.copyOf(given);
    }

    /**
     * A value that the operator gave.
     *
     * @param text the value
     * @param where where it stands, for messages
     */
    record Given(String text, String where) {}

    /**
     * Settings from what the operator gave.
     *
     * @param given name to value
     * @param declared the settings that the service knows
     * @param passedThrough prefixes of names that are handed on to libraries
     * @throws SettingException for a name that is neither declared nor passed through
     */
    static Settings of(Map<String, Given> given, Collection<Setting<?>> declared, Set<String> passedThrough) {
        var known = declared.stream().map(Setting::name).collect(Collectors.toSet());
        given.forEach((name, value) -> {
            if (!known.contains(name) && passedThrough.stream().noneMatch(name::startsWith)) {
                throw new SettingException(
                        "unknown setting '%s' (%s)%s".formatted(name, value.where(), nearest(name, known)));
            }
        });
        return new Settings(given);
    }

    /** Settings given in code, as tests and the quickstart do; checked like any other. */
    public static Settings of(Map<String, String> given, Collection<Setting<?>> declared) {
        var values = new HashMap<String, Given>();
        given.forEach((name, text) -> values.put(name, new Given(text, "given in code")));
        return of(values, declared, SettingSources.PASSED_THROUGH);
    }

    /**
     * The value of a setting, its default where the operator gave none.
     *
     * @throws SettingException when the text given is not a value of that setting
     */
    public <T> T get(Setting<T> setting) {
        var value = given.getOrDefault(setting.name(), new Given(setting.standard(), "default"));
        try {
            return setting.parse(value.text());
        } catch (IllegalArgumentException wrong) {
            var shown = setting.isSecret() ? "" : ", not '" + value.text() + "'";
            throw new SettingException("setting '%s' (%s) must be %s%s"
                    .formatted(setting.name(), value.where(), wrong.getMessage(), shown));
        }
    }

    /** The value of a setting that need not be given; empty where it was not. */
    public <T> Optional<T> find(Setting<T> setting) {
        return given.containsKey(setting.name()) ? Optional.of(get(setting)) : Optional.empty();
    }

    /** Everything given under a prefix, without the prefix. */
    public Map<String, String> under(String prefix) {
        var values = new TreeMap<String, String>();
        given.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                values.put(name.substring(prefix.length()), value.text());
            }
        });
        return values;
    }

    private static String nearest(String name, Set<String> known) {
        List<String> close = known.stream()
                .filter(candidate ->
                        candidate.endsWith(name.substring(name.lastIndexOf('.') + 1)) || candidate.startsWith(name))
                .sorted()
                .limit(3)
                .toList();
        return close.isEmpty() ? "; --help lists all" : "; did you mean " + String.join(" or ", close) + "?";
    }
}
