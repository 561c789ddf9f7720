package io.missionwatch.alert.windows;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the matches of one alert have in common: values of the fields that its pattern groups by.
 *
 * @param values field to value, in order of the fields; {@code -} where the event has none
 */
public record Group(Map<String, String> values) {

    /** What stands for a value that is not there. */
    public static final String MISSING = "-";

    public Group {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The group of these fields and values, in the same order. */
    public static Group of(List<String> fields, List<String> values) {
        var group = new TreeMap<String, String>();
        for (int index = 0; index < fields.size(); index++) {
            group.put(fields.get(index), values.get(index));
        }
        return new Group(group);
    }

    /** The one text form of the group: the same for equal groups, different for different ones. */
    public String canonical() {
        var text = new StringBuilder();
        values.forEach((field, value) -> {
            text.append(field.length()).append(':').append(field);
            text.append(value.length()).append(':').append(value);
        });
        return text.toString();
    }

    /** The group for people to read, such as {@code mission.city=Kabul, mission.host_state=AF}. */
    public String label() {
        return values.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The value of a field, where the group has one. */
    public Optional<String> value(String field) {
        return Optional.ofNullable(values.get(field)).filter(value -> !value.equals(MISSING));
    }
}
