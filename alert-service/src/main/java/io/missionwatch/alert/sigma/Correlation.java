package io.missionwatch.alert.sigma;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the matches of rules are put together.
 *
 * @param rules the rules whose matches count, by id or name, in the order that an ordered correlation asks for
 * @param groupBy the fields or aliases whose values must agree; empty for one group of all
 * @param aliases per alias the field that it means in the matches of each rule
 * @param fields the fields whose values are counted or reckoned with
 * @param bounds what must hold of the result; empty for a temporal correlation that wants every rule
 * @param percentile which percentile of the values is compared; without it the share of each value, in percent
 * @param generate whether the rules also make alerts of their own
 */
public record Correlation(
        Type type,
        List<String> rules,
        List<String> groupBy,
        Map<String, Map<String, String>> aliases,
        Duration timespan,
        List<String> fields,
        List<Bound> bounds,
        Optional<BigDecimal> percentile,
        boolean generate) {
    public Correlation {
        rules = List.copyOf(rules);
        groupBy = List.copyOf(groupBy);
        var copy = new HashMap<String, Map<String, String>>();
        aliases.forEach((alias, fieldOfRule) -> copy.put(alias, Map.copyOf(fieldOfRule)));
        aliases = Map.copyOf(copy);
        fields = List.copyOf(fields);
        bounds = List.copyOf(bounds);
    }

    /** What is done with the matches. */
    public enum Type {
        EVENT_COUNT,
        VALUE_COUNT,
        TEMPORAL,
        TEMPORAL_ORDERED,
        VALUE_SUM,
        VALUE_AVG,
        VALUE_PERCENTILE;

        static Optional<Type> named(String word) {
            return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst();
        }

        /** The word that rules use. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isTemporal() {
            return this == TEMPORAL || this == TEMPORAL_ORDERED;
        }

        boolean needsField() {
            return this != EVENT_COUNT && !isTemporal();
        }
    }

    /** One criterion of the condition. */
    public record Bound(Comparison comparison, BigDecimal number) {}

    /** The fields of a rule's matches that make the group, in the order of group-by. */
    public List<String> groupFieldsOf(Rule rule) {
        return groupBy.stream().map(field -> fieldOf(field, rule)).toList();
    }

    /** The fields of a rule's matches whose values count. */
    public List<String> valueFieldsOf(Rule rule) {
        return fields.stream().map(field -> fieldOf(field, rule)).toList();
    }

    String fieldOf(String field, Rule rule) {
        return aliases.getOrDefault(field, Map.of()).entrySet().stream()
                .filter(entry -> rule.head().answersTo(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(field);
    }

    boolean boundsHold(BigDecimal number) {
        return bounds.stream().allMatch(bound -> bound.comparison().holds(number, bound.number()));
    }
}
