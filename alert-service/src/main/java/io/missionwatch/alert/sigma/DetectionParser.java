package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the detection of a rule or a filter: its search identifiers and the condition over them. */
final class DetectionParser {
    private static final Selection REFUSED = new Selection.Lines(List.of());

    private final ItemParser items;

    DetectionParser(ValueLists lists, LogSource source) {
        this.items = new ItemParser(lists, Vocabulary.of(source));
    }

    /** Reads every key but the reserved ones as a search identifier. */
    Condition parse(YamlMap detection, Set<String> reserved) {
        var complaints = new Complaints();
        var selections = new LinkedHashMap<String, Selection>();
        for (var name : detection.keys()) {
            if (!name.equals("condition") && !reserved.contains(name)) {
                selections.put(
                        name,
                        complaints
                                .reading(() -> selection(detection.raw(name), name))
                                .orElse(REFUSED));
            }
        }
        if (selections.isEmpty()) {
            throw new SigmaException(
                    detection.line(), "no search identifier; expected at least one beside the condition");
        }
        var condition = complaints.reading(() -> condition(
                detection.require("condition", "an expression such as 'selection and not filter'"), selections));
        complaints.raise();
        return condition.orElseThrow();
    }

    private static Condition condition(Node node, Map<String, Selection> selections) {
        if (!(node instanceof SequenceNode list)) {
            return expression(node, selections);
        }
        if (list.getValue().isEmpty()) {
            throw new SigmaException(node, "the list of conditions is empty; expected at least one");
        }
        var complaints = new Complaints();
        var alternatives = list.getValue().stream()
                .flatMap(item -> complaints.reading(() -> expression(item, selections)).stream())
                .toList();
        complaints.raise();
        return alternatives.size() == 1 ? alternatives.get(0) : new Condition.Any(alternatives);
    }

    private static Condition expression(Node node, Map<String, Selection> selections) {
        var text = YamlMap.scalar(node, "'condition'");
        try {
            return new ConditionParser(text, selections).parse();
        } catch (IllegalArgumentException refused) {
            throw new SigmaException(node, "'condition': " + refused.getMessage());
        }
    }

    private Selection selection(Node node, String name) {
        if (node instanceof MappingNode) {
            return lines(node, name);
        }
        if (node instanceof SequenceNode list) {
            return alternatives(list, name);
        }
        return new Selection.Lines(List.of(keywords(List.of(node), node)));
    }

    private Selection lines(Node node, String name) {
        var map = YamlMap.of(node, "'" + name + "'");
        if (map.keys().isEmpty()) {
            throw new SigmaException(node, "'" + name + "' is empty; expected at least one field");
        }
        var lines = new ArrayList<Item>();
        var complaints = new Complaints();
        for (var key : map.keys()) {
            complaints
                    .reading(() -> items.parse(key, map.lineOf(key), map.raw(key)))
                    .ifPresent(lines::add);
        }
        complaints.raise();
        return new Selection.Lines(lines);
    }

    private Selection alternatives(SequenceNode list, String name) {
        if (list.getValue().isEmpty()) {
            throw new SigmaException(list, "'" + name + "' is an empty list; expected keywords or maps");
        }
        var alternatives = new ArrayList<Selection>();
        var keywords = new ArrayList<Node>();
        var complaints = new Complaints();
        for (var item : list.getValue()) {
            if (item instanceof ScalarNode) {
                keywords.add(item);
            } else if (item instanceof MappingNode) {
                complaints.reading(() -> lines(item, name)).ifPresent(alternatives::add);
            } else {
                complaints.add(new SigmaException(
                        item, "'" + name + "': expected a keyword or a map, found a list inside a list"));
            }
        }
        complaints.raise();
        if (!keywords.isEmpty()) {
            alternatives.add(new Selection.Lines(List.of(keywords(keywords, list))));
        }
        return alternatives.size() == 1 ? alternatives.get(0) : new Selection.Alternatives(alternatives);
    }

    private Item keywords(List<Node> keywords, Node at) {
        try {
            return items.keywords(keywords);
        } catch (IllegalArgumentException refused) {
            throw new SigmaException(at, refused.getMessage());
        }
    }
}
