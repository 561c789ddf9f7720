package io.missionwatch.alert.sigma;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a correlation reckons out of the observations of one window. */
final class Measure {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Correlation correlation;
    private final Map<String, Integer> placeOfRule = new HashMap<>();
    private final Map<String, List<String>> fieldsOfRule = new HashMap<>();

    Measure(Correlation correlation, List<Rule> rules) {
        this.correlation = correlation;
        IntStream.range(0, rules.size()).forEach(place -> {
            placeOfRule.put(rules.get(place).id(), place);
            fieldsOfRule.put(rules.get(place).id(), correlation.valueFieldsOf(rules.get(place)));
        });
    }

    /** The observations that make the correlation hold; none where it does not. */
    List<Observation> satisfying(List<Observation> window) {
        return switch (correlation.type()) {
            case EVENT_COUNT -> when(window, BigDecimal.valueOf(window.size()));
            case VALUE_COUNT ->
                when(window, BigDecimal.valueOf(tuples(window).distinct().count()));
            case TEMPORAL -> temporal(window, distinctRules(window));
            case TEMPORAL_ORDERED -> temporal(window, longestChain(window));
            case VALUE_SUM -> withNumbers(window, numbers -> numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            case VALUE_AVG -> withNumbers(window, Measure::average);
            case VALUE_PERCENTILE ->
                correlation
                        .percentile()
                        .map(percentile -> withNumbers(window, numbers -> nearestRank(numbers, percentile)))
                        .orElseGet(() -> rare(window));
        };
    }

    private List<Observation> when(List<Observation> window, BigDecimal number) {
        return correlation.boundsHold(number) ? window : List.of();
    }

    private List<Observation> temporal(List<Observation> window, long rules) {
        boolean holds = correlation.bounds().isEmpty()
                ? rules == placeOfRule.size()
                : correlation.boundsHold(BigDecimal.valueOf(rules));
        return holds ? window : List.of();
    }

    private static long distinctRules(List<Observation> window) {
        return window.stream().map(Observation::ruleId).distinct().count();
    }

    /** The most rules that follow each other in the order of the correlation; at the same time counts as in order. */
    private long longestChain(List<Observation> window) {
        var inOrder = window.stream()
                .sorted(Comparator.comparing(Observation::time).thenComparing(this::place))
                .toList();
        var longestEndingAt = new long[placeOfRule.size()];
        for (var observation : inOrder) {
            int place = place(observation);
            long before = IntStream.range(0, place)
                    .mapToLong(i -> longestEndingAt[i])
                    .max()
                    .orElse(0);
            longestEndingAt[place] = Math.max(longestEndingAt[place], before + 1);
        }
        return IntStream.range(0, longestEndingAt.length)
                .mapToLong(i -> longestEndingAt[i])
                .max()
                .orElse(0);
    }

    private int place(Observation observation) {
        return placeOfRule.get(observation.ruleId());
    }

    /** Every combination of the values of the counted fields; observations that lack one do not count. */
    private Stream<List<String>> tuples(List<Observation> window) {
        return window.stream().flatMap(observation -> {
            var tuples = Stream.of(List.<String>of());
            for (var field : fieldsOfRule.get(observation.ruleId())) {
                var values = observation.values(field);
                tuples = tuples.flatMap(head -> values.stream().map(value -> appended(head, value)));
            }
            return tuples;
        });
    }

    private static List<String> appended(List<String> head, String value) {
        return Stream.concat(head.stream(), Stream.of(value)).toList();
    }

    private List<Observation> withNumbers(List<Observation> window, Function<List<BigDecimal>, BigDecimal> reckoned) {
        var numbers = tuples(window)
                .flatMap(tuple -> Scalar.numberIn(tuple.get(0)).stream())
                .toList();
        return numbers.isEmpty() ? List.of() : when(window, reckoned.apply(numbers));
    }

    private static BigDecimal average(List<BigDecimal> numbers) {
        var sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64);
    }

    /** The smallest of the numbers such that the given share of them is not greater. */
    private static BigDecimal nearestRank(List<BigDecimal> numbers, BigDecimal percentile) {
        var sorted = numbers.stream().sorted().toList();
        int rank = (int) Math.ceil(percentile.doubleValue() / 100 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    /** Observations with a value whose share of all values, in percent, is within the bounds. */
    private List<Observation> rare(List<Observation> window) {
        var counts = tuples(window)
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        var total = BigDecimal.valueOf(
                counts.values().stream().mapToLong(Long::longValue).sum());
        var rare = new HashSet<List<String>>();
        counts.forEach((value, count) -> {
            var share = HUNDRED.multiply(BigDecimal.valueOf(count)).divide(total, MathContext.DECIMAL64);
            if (correlation.boundsHold(share)) {
                rare.add(value);
            }
        });
        return window.stream()
                .filter(one -> tuples(List.of(one)).anyMatch(rare::contains))
                .toList();
    }
}
