package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which of many rules can match an event at all. Each rule is filed under the rarest value that it requires; of
 * the rules found so, those are kept for which everything else that they require is there too. So the cost of an event
 * depends on what it holds and hardly on the number of rules.
 */
final class RuleIndex {
    private static final int[] NOTHING = {};
    private static final int LARGEST_SET = 100;

    private final int rules;
    private final BitSet always = new BitSet();
    private final int[][] alsoRequired;
    private final Map<String, Map<String, int[]>> wholes = new HashMap<>();
    private final Map<String, SubstringIndex> parts = new HashMap<>();

    /** Files the conditions under their numbers, their places in the list. */
    RuleIndex(List<Condition> conditions) {
        rules = conditions.size();
        alsoRequired = new int[rules][];
        var uses = new HashMap<IndexKey, Integer>();
        var count = new Requirements(key -> 1, key -> uses.merge(key, 1, Integer::sum));
        conditions.forEach(count::of);
        var requirements = new Requirements(key -> cost(key, uses), key -> {});
        var files = new Files();
        for (int rule = 0; rule < rules; rule++) {
            file(rule, requirements.of(conditions.get(rule)), files);
        }
        files.wholes.forEach((field, texts) -> wholes.put(field, packed(texts)));
        files.parts.forEach((field, texts) -> parts.put(field, new SubstringIndex(packed(texts))));
    }

    /** Numbers by field and text; numbers from the count of rules on stand for the sets of keys that rules share. */
    private static final class Files {
        private final Map<String, Map<String, List<Integer>>> wholes = new HashMap<>();
        private final Map<String, Map<String, List<Integer>>> parts = new HashMap<>();
        private final Map<Set<IndexKey>, Integer> numberOfSet = new HashMap<>();

        void add(int number, Set<IndexKey> keys) {
            for (var key : keys) {
                (key.whole() ? wholes : parts)
                        .computeIfAbsent(key.field(), field -> new HashMap<>())
                        .computeIfAbsent(key.text(), text -> new ArrayList<>(1))
                        .add(number);
            }
        }
    }

    /** A part of a value is found less surely than a whole one, the shorter the less. */
    private static double cost(IndexKey key, Map<IndexKey, Integer> uses) {
        double others = uses.getOrDefault(key, 1);
        return key.whole() ? others : others + 1 + 20.0 / key.text().length();
    }

    private void file(int rule, List<Set<IndexKey>> required, Files files) {
        if (required.isEmpty()) {
            always.set(rule);
            alsoRequired[rule] = NOTHING;
            return;
        }
        files.add(rule, required.get(0));
        alsoRequired[rule] = required.stream()
                .skip(1)
                .filter(RuleIndex::isWorthLooking)
                .mapToInt(keys -> numberOf(keys, files))
                .toArray();
    }

    private static boolean isWorthLooking(Set<IndexKey> keys) {
        return keys.size() <= LARGEST_SET
                && keys.stream().noneMatch(key -> key.field().equals(IndexKey.ANYWHERE));
    }

    private int numberOf(Set<IndexKey> keys, Files files) {
        var known = files.numberOfSet.get(keys);
        if (known != null) {
            return known;
        }
        int number = rules + files.numberOfSet.size();
        files.numberOfSet.put(keys, number);
        files.add(number, keys);
        return number;
    }

    private static Map<String, int[]> packed(Map<String, List<Integer>> numbers) {
        var packed = new HashMap<String, int[]>();
        numbers.forEach((text, list) ->
                packed.put(text, list.stream().mapToInt(Integer::intValue).toArray()));
        return packed;
    }

    /** The numbers of the rules that may match; every rule that does match is among them. */
    BitSet candidates(EventTree event) {
        var found = (BitSet) always.clone();
        for (var entry : wholes.entrySet()) {
            lookUp(event, entry.getKey(), entry.getValue(), found);
        }
        for (var entry : parts.entrySet()) {
            scan(event, entry.getKey(), entry.getValue(), found);
        }
        return complete(found);
    }

    private BitSet complete(BitSet found) {
        var complete = new BitSet(rules);
        for (int rule = found.nextSetBit(0); rule >= 0 && rule < rules; rule = found.nextSetBit(rule + 1)) {
            complete.set(rule, hasAll(alsoRequired[rule], found));
        }
        return complete;
    }

    private static boolean hasAll(int[] required, BitSet found) {
        for (int number : required) {
            if (!found.get(number)) {
                return false;
            }
        }
        return true;
    }

    private static void lookUp(EventTree event, String field, Map<String, int[]> rulesOfText, BitSet found) {
        for (var slot : event.view(field).slots()) {
            for (var value : slot.values()) {
                mark(rulesOfText.get(value.folded()), found);
                value.number().ifPresent(number -> mark(rulesOfText.get(IndexKey.ofNumber(number)), found));
            }
        }
    }

    private static void mark(int[] numbers, BitSet found) {
        if (numbers != null) {
            for (int number : numbers) {
                found.set(number);
            }
        }
    }

    private static void scan(EventTree event, String field, SubstringIndex index, BitSet found) {
        if (field.equals(IndexKey.ANYWHERE)) {
            event.texts(List.of()).forEach(text -> index.find(text.folded(), found));
            return;
        }
        for (var slot : event.view(field).slots()) {
            slot.values().forEach(value -> index.find(value.folded(), found));
        }
    }
}
