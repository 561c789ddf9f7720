package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Turns part of a rule file into the tree of maps, lists and plain values that an event is. */
final class YamlTree {
    private static final int DEEPEST = 40;

    private YamlTree() {}

    static Map<String, Object> mapOf(Node node) {
        return map(node, 0);
    }

    static Object treeOf(Node node) {
        return tree(node, 0);
    }

    private static Map<String, Object> map(Node node, int depth) {
        var yaml = YamlMap.of(node, "an event");
        var map = new LinkedHashMap<String, Object>();
        for (var key : yaml.keys()) {
            map.put(key, tree(yaml.raw(key), depth + 1));
        }
        return Collections.unmodifiableMap(map);
    }

    private static Object tree(Node node, int depth) {
        if (depth > DEEPEST) {
            throw new SigmaException(node, "nested deeper than " + DEEPEST + " levels");
        }
        if (node instanceof MappingNode) {
            return map(node, depth);
        }
        if (node instanceof SequenceNode list) {
            var items = new ArrayList<Object>();
            list.getValue().forEach(item -> items.add(tree(item, depth + 1)));
            return Collections.unmodifiableList(items);
        }
        return scalar(RawValue.of(node, "an event"));
    }

    private static Object scalar(RawValue value) {
        return switch (value.kind()) {
            case NULL -> null;
            case FLAG -> Boolean.valueOf(value.text());
            case NUMBER -> value.number().orElseThrow();
            case TEXT -> value.text();
        };
    }
}
