package io.missionwatch.alert.sigma;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** Something that an event must have for a rule to match. */
sealed interface Requirement permits Requirement.AnyKey, Requirement.AnyGroup {
    /** Tells of every key. */
    void forEachKey(Consumer<IndexKey> sink);

    /** Keys of which at least one is there in every matching event: the cheapest choice of them. */
    Choice cheapest(ToDoubleFunction<IndexKey> cost);

    /** Some keys, and what they cost together. */
    record Choice(List<IndexKey> keys, double cost) {
        static final Comparator<Choice> CHEAPEST_FIRST = Comparator.comparingDouble(Choice::cost);

        static Choice of(List<IndexKey> keys, ToDoubleFunction<IndexKey> cost) {
            double sum = 0;
            for (var key : keys) {
                sum += cost.applyAsDouble(key);
            }
            return new Choice(keys, sum);
        }
    }

    /** One of some keys. */
    record AnyKey(List<IndexKey> keys) implements Requirement {
        @Override
        public void forEachKey(Consumer<IndexKey> sink) {
            keys.forEach(sink);
        }

        @Override
        public Choice cheapest(ToDoubleFunction<IndexKey> cost) {
            return Choice.of(keys, cost);
        }
    }

    /** Everything in one of some groups, none of them empty. */
    record AnyGroup(List<List<Requirement>> groups) implements Requirement {
        @Override
        public void forEachKey(Consumer<IndexKey> sink) {
            groups.forEach(group -> group.forEach(one -> one.forEachKey(sink)));
        }

        @Override
        public Choice cheapest(ToDoubleFunction<IndexKey> cost) {
            var keys = new LinkedHashSet<IndexKey>();
            for (var group : groups) {
                keys.addAll(cheapestOf(group, cost).keys());
            }
            return Choice.of(List.copyOf(keys), cost);
        }

        private static Choice cheapestOf(List<Requirement> group, ToDoubleFunction<IndexKey> cost) {
            var cheapest = group.get(0).cheapest(cost);
            for (int i = 1; i < group.size(); i++) {
                var other = group.get(i).cheapest(cost);
                cheapest = other.cost() < cheapest.cost() ? other : cheapest;
            }
            return cheapest;
        }
    }
}
