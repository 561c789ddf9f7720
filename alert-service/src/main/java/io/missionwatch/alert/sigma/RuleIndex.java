package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which of many rules can match an event at all. Each rule is filed under the rarest value that it requires, so
 * that the cost of an event depends on what it holds and hardly on the number of rules.
 */
final class RuleIndex {
    private final BitSet always = new BitSet();
    private final Map<String, Map<String, int[]>> wholes = new HashMap<>();
    private final Map<String, SubstringIndex> parts = new HashMap<>();

    /** Files the conditions under their numbers, their places in the list. */
    RuleIndex(List<Condition> conditions) {
        var uses = new HashMap<IndexKey, Integer>();
        var count = new Requirements(key -> 1, key -> uses.merge(key, 1, Integer::sum));
        conditions.forEach(count::of);
        var requirements = new Requirements(key -> cost(key, uses), key -> {});
        var wholesOfField = new HashMap<String, Map<String, List<Integer>>>();
        var partsOfField = new HashMap<String, Map<String, List<Integer>>>();
        for (int number = 0; number < conditions.size(); number++) {
            var keys = requirements.of(conditions.get(number));
            if (keys.isEmpty()) {
                always.set(number);
            } else {
                for (var key : keys.get()) {
                    file(number, key, key.whole() ? wholesOfField : partsOfField);
                }
            }
        }
        wholesOfField.forEach((field, texts) -> wholes.put(field, packed(texts)));
        partsOfField.forEach((field, texts) -> parts.put(field, new SubstringIndex(packed(texts))));
    }

    /** A part of a value is found less surely than a whole one, the shorter the less. */
    private static double cost(IndexKey key, Map<IndexKey, Integer> uses) {
        double others = uses.getOrDefault(key, 1);
        return key.whole() ? others : others + 1 + 20.0 / key.text().length();
    }

    private static void file(int number, IndexKey key, Map<String, Map<String, List<Integer>>> files) {
        files.computeIfAbsent(key.field(), field -> new HashMap<>())
                .computeIfAbsent(key.text(), text -> new ArrayList<>(1))
                .add(number);
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
        wholes.forEach((field, rulesOfText) -> lookUp(event, field, rulesOfText, found));
        parts.forEach((field, index) -> scan(event, field, index, found));
        return found;
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
