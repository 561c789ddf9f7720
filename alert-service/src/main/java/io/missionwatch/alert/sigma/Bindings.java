package io.missionwatch.alert.sigma;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects, per list of objects, the elements that selections were about. */
final class Bindings {
    private final Map<String, BitSet> elements = new TreeMap<>();

    void add(String list, BitSet bound) {
        elements.computeIfAbsent(list, any -> new BitSet()).or(bound);
    }

    Map<String, List<Integer>> asLists() {
        var lists = new TreeMap<String, List<Integer>>();
        elements.forEach((list, bound) -> lists.put(list, bound.stream().boxed().toList()));
        return lists;
    }
}
