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
 * Works out what an event must have for a rule to match: sets of keys, of each of which at least one is there in every
 * matching event.
 */
final class Requirements {
    private final ToDoubleFunction<IndexKey> cost;
    private final Consumer<IndexKey> seen;

    /**
     * Looks with a cost for each key.
     *
     * @param seen told of every key that some part of a rule asks for
     */
    Requirements(ToDoubleFunction<IndexKey> cost, Consumer<IndexKey> seen) {
        this.cost = cost;
        this.seen = seen;
    }

    /** The sets of a condition, the cheapest first; none where nothing is known that all its matches have. */
    List<Set<IndexKey>> of(Condition condition) {
        return sets(condition)
                .sorted((a, b) -> Double.compare(cost(a), cost(b)))
                .toList();
    }

    private Stream<Set<IndexKey>> sets(Condition condition) {
        if (condition instanceof Condition.Named named) {
            return sets(named.selection());
        }
        if (condition instanceof Condition.All all) {
            return all.parts().stream().flatMap(this::sets);
        }
        if (condition instanceof Condition.Any any) {
            return union(any.parts(), this::sets);
        }
        return Stream.empty();
    }

    private Stream<Set<IndexKey>> sets(Selection selection) {
        if (selection instanceof Selection.Lines lines) {
            return lines.items().stream().flatMap(this::sets);
        }
        return union(((Selection.Alternatives) selection).selections(), this::sets);
    }

    private Stream<Set<IndexKey>> sets(Item item) {
        if (item instanceof Item.Values values) {
            return linked(values.tests(), values.link(), List.of(values.field()));
        }
        if (item instanceof Item.Keywords keywords) {
            var scope = keywords.scope().isEmpty() ? List.of(IndexKey.ANYWHERE) : keywords.scope();
            return linked(keywords.tests(), keywords.link(), scope);
        }
        return Stream.empty();
    }

    private Stream<Set<IndexKey>> linked(List<ValueTest> tests, Item.Link link, List<String> fields) {
        return switch (link) {
            case ANY -> union(tests, test -> set(test, fields));
            case ALL -> tests.stream().flatMap(test -> set(test, fields));
            case NONE -> Stream.empty();
        };
    }

    private Stream<Set<IndexKey>> set(ValueTest test, List<String> fields) {
        if (test instanceof ValueTest.AnyOf any) {
            return union(any.tests(), one -> set(one, fields));
        }
        var keys = new LinkedHashSet<IndexKey>();
        fields.forEach(field -> keys.addAll(keys(test, field)));
        keys.forEach(seen);
        return keys.isEmpty() ? Stream.empty() : Stream.of(keys);
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

    /** One set out of the cheapest set of each part; none where a part has none. */
    private <T> Stream<Set<IndexKey>> union(List<T> parts, Function<T, Stream<Set<IndexKey>>> setsOf) {
        var all = new LinkedHashSet<IndexKey>();
        boolean complete = true;
        for (var part : parts) {
            var keys = cheapest(setsOf.apply(part));
            complete &= keys.isPresent();
            keys.ifPresent(all::addAll);
        }
        return complete ? Stream.of(all) : Stream.empty();
    }

    private Optional<Set<IndexKey>> cheapest(Stream<Set<IndexKey>> sets) {
        return sets.min((a, b) -> Double.compare(cost(a), cost(b)));
    }

    private double cost(Set<IndexKey> keys) {
        return keys.stream().mapToDouble(cost).sum();
    }
}
