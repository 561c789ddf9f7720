package io.missionwatch.alert.sigma;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Works out what an event must have for a rule to match: a set of keys of which at least one is there in every matching
 * event. Where the rule leaves a choice, the cheapest set is taken.
 */
final class Requirements {
    private final ToDoubleFunction<IndexKey> cost;
    private final Consumer<IndexKey> seen;

    /**
     * Looks with a cost for each key.
     *
     * @param seen told of every key that could be chosen
     */
    Requirements(ToDoubleFunction<IndexKey> cost, Consumer<IndexKey> seen) {
        this.cost = cost;
        this.seen = seen;
    }

    /** The keys of a condition; none where nothing is known that all its matches have. */
    Optional<Set<IndexKey>> of(Condition condition) {
        if (condition instanceof Condition.Named named) {
            return of(named.selection());
        }
        if (condition instanceof Condition.All all) {
            return cheapest(all.parts().stream().map(this::of));
        }
        if (condition instanceof Condition.Any any) {
            return union(any.parts(), this::of);
        }
        return Optional.empty();
    }

    private Optional<Set<IndexKey>> of(Selection selection) {
        if (selection instanceof Selection.Lines lines) {
            return cheapest(lines.items().stream().map(this::of));
        }
        return union(((Selection.Alternatives) selection).selections(), this::of);
    }

    private Optional<Set<IndexKey>> of(Item item) {
        if (item instanceof Item.Values values) {
            return linked(values.tests(), values.link(), test -> of(test, List.of(values.field())));
        }
        if (item instanceof Item.Keywords keywords) {
            var scope = keywords.scope().isEmpty() ? List.of(IndexKey.ANYWHERE) : keywords.scope();
            return linked(keywords.tests(), keywords.link(), test -> of(test, scope));
        }
        return Optional.empty();
    }

    private Optional<Set<IndexKey>> linked(
            List<ValueTest> tests, Item.Link link, Function<ValueTest, Optional<Set<IndexKey>>> keys) {
        return switch (link) {
            case ANY -> union(tests, keys);
            case ALL -> cheapest(tests.stream().map(keys));
            case NONE -> Optional.empty();
        };
    }

    private Optional<Set<IndexKey>> of(ValueTest test, List<String> fields) {
        if (test instanceof ValueTest.AnyOf any) {
            return union(any.tests(), one -> of(one, fields));
        }
        var keys = new LinkedHashSet<IndexKey>();
        fields.forEach(field -> keys.addAll(keys(test, field)));
        keys.forEach(seen);
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys);
    }

    private static List<IndexKey> keys(ValueTest test, String field) {
        if (test instanceof ValueTest.Numeric numeric) {
            return List.of(
                    new IndexKey(field, true, numeric.written()),
                    new IndexKey(field, true, IndexKey.ofNumber(numeric.number())));
        }
        return test instanceof TextTest text ? keys(text, field) : List.of();
    }

    private static List<IndexKey> keys(TextTest test, String field) {
        var whole = test.onlyText();
        if (whole.isPresent()) {
            return List.of(new IndexKey(field, true, whole.get()));
        }
        return test.partOfText().isEmpty() ? List.of() : List.of(new IndexKey(field, false, test.partOfText()));
    }

    private Optional<Set<IndexKey>> cheapest(Stream<Optional<Set<IndexKey>>> choices) {
        return choices.flatMap(Optional::stream).min((a, b) -> Double.compare(cost(a), cost(b)));
    }

    private double cost(Set<IndexKey> keys) {
        return keys.stream().mapToDouble(cost).sum();
    }

    private static <T> Optional<Set<IndexKey>> union(List<T> parts, Function<T, Optional<Set<IndexKey>>> keysOf) {
        var all = new LinkedHashSet<IndexKey>();
        for (var part : parts) {
            var keys = keysOf.apply(part);
            if (keys.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(keys.get());
        }
        return Optional.of(all);
    }
}
