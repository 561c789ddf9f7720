package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Tells which of many rules can match an event at all. Each rule is filed under the rarest value that it requires; of
 * the rules found so, those are kept for which everything else that they require is there too. So the cost of an event
 * depends on what it holds and hardly on the number of rules.
 */
final class RuleIndex {
    private static final int LARGEST_SET = 100;

    private final BitSet always = new BitSet();
    private final int[][] filedUnder;
    private final Map<String, Wholes> wholes = new HashMap<>();
    private final Map<String, SubstringIndex> parts = new HashMap<>();

    /** Files the conditions under their numbers, their places in the list. */
    RuleIndex(List<Condition> conditions) {
        var requirements = conditions.stream().map(Requirements::of).toList();
        var uses = new HashMap<IndexKey, Integer>();
        requirements.forEach(all -> all.forEach(one -> one.forEachKey(key -> uses.merge(key, 1, Integer::sum))));
        var required = requirements.stream()
                .map(all -> cheapestFirst(all, key -> cost(key, uses)))
                .toList();
        var keys = new Keys();
        for (int rule = 0; rule < required.size(); rule++) {
            file(rule, required.get(rule), keys);
        }
        var rests = required.stream().map(sets -> rest(sets, keys)).toList();
        filedUnder = keys.rules.stream().map(rules -> packed(rules, rests)).toArray(int[][]::new);
        keys.wholes.forEach((field, numbers) ->
                wholes.put(field, new Wholes(new TextNumbers(numbers), keys.numeric.contains(field))));
        keys.parts.forEach((field, numbers) -> parts.put(field, new SubstringIndex(numbers)));
    }

    /** Every key that is looked for has a number; under some of them rules are filed. */
    private static final class Keys {
        private final Map<String, Map<Integer, Integer>> wholes = new HashMap<>();
        private final Map<String, Map<String, Integer>> parts = new HashMap<>();
        private final Set<String> numeric = new HashSet<>();
        private final List<List<Integer>> rules = new ArrayList<>();

        int numberOf(IndexKey key) {
            if (!key.whole()) {
                return parts.computeIfAbsent(key.field(), field -> new HashMap<>())
                        .computeIfAbsent(key.text(), text -> next());
            }
            if (key.isNumber()) {
                numeric.add(key.field());
            }
            return wholes.computeIfAbsent(key.field(), field -> new HashMap<>())
                    .computeIfAbsent(key.text().hashCode(), hash -> next());
        }

        private int next() {
            rules.add(new ArrayList<>(1));
            return rules.size() - 1;
        }

        /** Files a rule under a key, once where the key is named twice. */
        void file(int rule, IndexKey key) {
            var filed = rules.get(numberOf(key));
            if (filed.isEmpty() || filed.get(filed.size() - 1) != rule) {
                filed.add(rule);
            }
        }

        int[] numbersOf(List<IndexKey> set) {
            var numbers = new int[set.size()];
            int at = 0;
            for (var key : set) {
                numbers[at++] = numberOf(key);
            }
            return numbers;
        }

        boolean lookInto(List<IndexKey> set) {
            for (var key : set) {
                if (!key.whole() && !parts.containsKey(key.field())) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The numbers of the values that a field may have as a whole. */
    private record Wholes(TextNumbers numbers, boolean anyNumber) {}

    private static List<List<IndexKey>> cheapestFirst(List<Requirement> all, ToDoubleFunction<IndexKey> cost) {
        var choices = new ArrayList<Requirement.Choice>(all.size());
        all.forEach(one -> choices.add(one.cheapest(cost)));
        choices.sort(Requirement.Choice.CHEAPEST_FIRST);
        var sets = new ArrayList<List<IndexKey>>(choices.size());
        choices.forEach(choice -> sets.add(choice.keys()));
        return sets;
    }

    /** A part of a value is found less surely than a whole one, the shorter the less. */
    private static double cost(IndexKey key, Map<IndexKey, Integer> uses) {
        double others = uses.getOrDefault(key, 1);
        return key.whole() ? others : others + 1 + 20.0 / key.text().length();
    }

    private void file(int rule, List<List<IndexKey>> required, Keys keys) {
        if (required.isEmpty()) {
            always.set(rule);
        } else {
            required.get(0).forEach(key -> keys.file(rule, key));
        }
    }

    /** What a rule requires beyond the key under which it is filed, as far as a look at it costs next to nothing. */
    private static List<int[]> rest(List<List<IndexKey>> required, Keys keys) {
        var rest = new ArrayList<int[]>(required.size());
        for (int i = 1; i < required.size(); i++) {
            var set = required.get(i);
            if (set.size() <= LARGEST_SET && keys.lookInto(set)) {
                rest.add(keys.numbersOf(set));
            }
        }
        return rest;
    }

    /**
     * The rules filed under a key, with what they require beside it, one after the other so that a look at them touches
     * memory once: number of the rule, where the next one begins, then for each set of keys their count and they.
     */
    private static int[] packed(List<Integer> rules, List<List<int[]>> rests) {
        var packed = new int
                [rules.stream().mapToInt(rule -> packedLength(rests.get(rule))).sum()];
        int at = 0;
        for (int rule : rules) {
            packed[at] = rule;
            packed[at + 1] = at + packedLength(rests.get(rule));
            at += 2;
            for (var set : rests.get(rule)) {
                packed[at] = set.length;
                System.arraycopy(set, 0, packed, at + 1, set.length);
                at += 1 + set.length;
            }
        }
        return packed;
    }

    private static int packedLength(List<int[]> sets) {
        int length = 2;
        for (var set : sets) {
            length += 1 + set.length;
        }
        return length;
    }

    /** The numbers of the rules that may match; every rule that does match is among them. */
    BitSet candidates(EventTree event) {
        var present = new BitSet(filedUnder.length);
        for (var entry : wholes.entrySet()) {
            lookUp(event, entry.getKey(), entry.getValue(), present);
        }
        for (var entry : parts.entrySet()) {
            scan(event, entry.getKey(), entry.getValue(), present);
        }
        var candidates = (BitSet) always.clone();
        for (int key = present.nextSetBit(0); key >= 0; key = present.nextSetBit(key + 1)) {
            addRules(filedUnder[key], present, candidates);
        }
        return candidates;
    }

    private static void addRules(int[] filed, BitSet present, BitSet candidates) {
        int at = 0;
        while (at < filed.length) {
            int next = filed[at + 1];
            if (hasAll(filed, at + 2, next, present)) {
                candidates.set(filed[at]);
            }
            at = next;
        }
    }

    /** Whether of each set between two places at least one key is present. */
    private static boolean hasAll(int[] filed, int from, int to, BitSet present) {
        int at = from;
        while (at < to) {
            int end = at + 1 + filed[at];
            if (!hasAny(filed, at + 1, end, present)) {
                return false;
            }
            at = end;
        }
        return true;
    }

    private static boolean hasAny(int[] keys, int from, int to, BitSet present) {
        for (int at = from; at < to; at++) {
            if (present.get(keys[at])) {
                return true;
            }
        }
        return false;
    }

    private static void lookUp(EventTree event, String field, Wholes wholes, BitSet present) {
        for (var slot : event.view(field).slots()) {
            for (var value : slot.values()) {
                mark(wholes.numbers().get(value.folded()), present);
                if (wholes.anyNumber()) {
                    value.number().ifPresent(number -> mark(wholes.numbers().get(IndexKey.ofNumber(number)), present));
                }
            }
        }
    }

    private static void mark(int number, BitSet present) {
        if (number >= 0) {
            present.set(number);
        }
    }

    private static void scan(EventTree event, String field, SubstringIndex index, BitSet present) {
        if (field.equals(IndexKey.ANYWHERE)) {
            event.texts(List.of()).forEach(text -> index.find(text.folded(), present));
            return;
        }
        for (var slot : event.view(field).slots()) {
            slot.values().forEach(value -> index.find(value.folded(), present));
        }
    }
}
