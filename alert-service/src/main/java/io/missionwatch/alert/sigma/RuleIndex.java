package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells which of many rules can match an event at all. Each rule is filed under the rarest value that it requires; of
 * the rules found so, those are kept for which everything else that they require is there too. So the cost of an event
 * depends on what it holds and hardly on the number of rules.
 */
final class RuleIndex {
    private static final int LARGEST_SET = 100;
    private static final int[][] NOTHING = {};
    private static final int NO_KEY = -1;

    private final BitSet always = new BitSet();
    private final int[][][] alsoRequired;
    private final int[][] filedUnder;
    private final Map<String, Wholes> wholes = new HashMap<>();
    private final Map<String, SubstringIndex> parts = new HashMap<>();

    /** Files the conditions under their numbers, their places in the list. */
    RuleIndex(List<Condition> conditions) {
        var uses = new HashMap<IndexKey, Integer>();
        var count = new Requirements(key -> 1, key -> uses.merge(key, 1, Integer::sum));
        conditions.forEach(count::of);
        var requirements = new Requirements(key -> cost(key, uses), key -> {});
        var required = conditions.stream().map(requirements::of).toList();
        var keys = new Keys();
        for (int rule = 0; rule < required.size(); rule++) {
            file(rule, required.get(rule), keys);
        }
        alsoRequired = new int[required.size()][][];
        for (int rule = 0; rule < alsoRequired.length; rule++) {
            alsoRequired[rule] = rest(required.get(rule), keys);
        }
        filedUnder = keys.rules.stream().map(this::packed).toArray(int[][]::new);
        keys.wholes.forEach((field, numbers) -> wholes.put(field, Wholes.of(numbers)));
        keys.parts.forEach((field, numbers) -> {
            var packed = new HashMap<String, int[]>();
            numbers.forEach((text, number) -> packed.put(text, new int[] {number}));
            parts.put(field, new SubstringIndex(packed));
        });
    }

    /** Every key that is looked for has a number; under some of them rules are filed. */
    private static final class Keys {
        private final Map<String, Map<String, Integer>> wholes = new HashMap<>();
        private final Map<String, Map<String, Integer>> parts = new HashMap<>();
        private final List<List<Integer>> rules = new ArrayList<>();

        int numberOf(IndexKey key) {
            return (key.whole() ? wholes : parts)
                    .computeIfAbsent(key.field(), field -> new HashMap<>())
                    .computeIfAbsent(key.text(), text -> {
                        rules.add(new ArrayList<>(1));
                        return rules.size() - 1;
                    });
        }

        boolean looksInto(IndexKey key) {
            return key.whole() || parts.containsKey(key.field());
        }
    }

    /** The numbers of the values that a field may have as a whole. */
    private record Wholes(TextNumbers numbers, boolean anyNumber) {
        static Wholes of(Map<String, Integer> numbers) {
            return new Wholes(
                    new TextNumbers(numbers), numbers.keySet().stream().anyMatch(IndexKey::isOfNumber));
        }
    }

    /** A part of a value is found less surely than a whole one, the shorter the less. */
    private static double cost(IndexKey key, Map<IndexKey, Integer> uses) {
        double others = uses.getOrDefault(key, 1);
        return key.whole() ? others : others + 1 + 20.0 / key.text().length();
    }

    private void file(int rule, List<Set<IndexKey>> required, Keys keys) {
        if (required.isEmpty()) {
            always.set(rule);
        } else {
            required.get(0).forEach(key -> keys.rules.get(keys.numberOf(key)).add(rule));
        }
    }

    /** What a rule requires beyond the key under which it is filed, as far as a look at it costs next to nothing. */
    private static int[][] rest(List<Set<IndexKey>> required, Keys keys) {
        return required.size() < 2
                ? NOTHING
                : required.stream()
                        .skip(1)
                        .filter(set -> set.size() <= LARGEST_SET && set.stream().allMatch(keys::looksInto))
                        .map(set -> set.stream().mapToInt(keys::numberOf).toArray())
                        .toArray(int[][]::new);
    }

    /** Each rule with one key that it also requires, so that most rules are passed over without another look. */
    private int[] packed(List<Integer> rules) {
        return rules.stream()
                .flatMapToInt(rule -> IntStream.of(rule, alsoRequiredAlone(rule)))
                .toArray();
    }

    private int alsoRequiredAlone(int rule) {
        return Stream.of(alsoRequired[rule])
                .filter(keys -> keys.length == 1)
                .mapToInt(keys -> keys[0])
                .findFirst()
                .orElse(NO_KEY);
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

    private void addRules(int[] filed, BitSet present, BitSet candidates) {
        for (int at = 0; at < filed.length; at += 2) {
            int alone = filed[at + 1];
            if ((alone == NO_KEY || present.get(alone)) && hasAll(alsoRequired[filed[at]], present)) {
                candidates.set(filed[at]);
            }
        }
    }

    private static boolean hasAll(int[][] required, BitSet present) {
        for (int[] keys : required) {
            if (!hasAny(keys, present)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasAny(int[] keys, BitSet present) {
        for (int key : keys) {
            if (present.get(key)) {
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
