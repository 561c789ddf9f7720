package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping of a rule file with the line of each key, so that every complaint names its place. */
final class YamlMap {
    private final Node node;
    private final Map<String, NodeTuple> entries;

    private YamlMap(MappingNode node) {
        this.node = node;
        this.entries = new LinkedHashMap<>(node.getValue().size() * 2);
        for (var entry : node.getValue()) {
            var key = keyOf(entry.getKeyNode());
            if (entries.put(key, entry) != null) {
                throw new SigmaException(entry.getKeyNode(), "key '" + key + "' stands twice; expected it once");
            }
        }
    }

    static YamlMap of(Node node, String what) {
        if (node instanceof MappingNode mapping) {
            return new YamlMap(mapping);
        }
        throw new SigmaException(node, what + ": expected a mapping of keys to values, found " + kindOf(node));
    }

    private static String keyOf(Node key) {
        if (key instanceof ScalarNode scalar && !Tag.MERGE.equals(key.getTag())) {
            return scalar.getValue();
        }
        throw new SigmaException(key, "expected a plain text as key, found " + kindOf(key));
    }

    static int lineOf(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }

    static String kindOf(Node node) {
        if (node instanceof MappingNode) {
            return "a mapping";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        if (Tag.NULL.equals(node.getTag())) {
            return "nothing";
        }
        return Tag.MERGE.equals(node.getTag()) ? "a merge key" : "the value '" + textOf(node) + "'";
    }

    private static String textOf(Node node) {
        var text = ((ScalarNode) node).getValue();
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    Node node() {
        return node;
    }

    int line() {
        return lineOf(node);
    }

    int lineOf(String key) {
        return has(key) ? lineOf(entries.get(key).getKeyNode()) : line();
    }

    Set<String> keys() {
        return entries.keySet();
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The node under a key; a key without a value counts as absent. */
    Optional<Node> find(String key) {
        var entry = entries.get(key);
        return entry == null || Tag.NULL.equals(entry.getValueNode().getTag())
                ? Optional.empty()
                : Optional.of(entry.getValueNode());
    }

    /** The node under a key as it stands, null values included. */
    Node raw(String key) {
        return entries.get(key).getValueNode();
    }

    Node require(String key, String expected) {
        return find(key)
                .orElseThrow(() -> new SigmaException(
                        lineOf(key), "'" + key + "' is missing" + misspelt(key) + "; expected " + expected));
    }

    private String misspelt(String key) {
        return has(key)
                ? ""
                : NearestName.to(key, keys())
                        .map(near -> " (did you mean it by '" + near + "' in line " + lineOf(near) + "?)")
                        .orElse("");
    }

    Optional<YamlMap> map(String key) {
        return find(key).map(value -> of(value, "'" + key + "'"));
    }

    YamlMap requireMap(String key, String expected) {
        return of(require(key, expected), "'" + key + "'");
    }

    Optional<String> text(String key) {
        return find(key).map(value -> scalar(value, "'" + key + "'"));
    }

    String requireText(String key, String expected) {
        var text = scalar(require(key, expected), "'" + key + "'");
        if (text.isBlank()) {
            throw new SigmaException(lineOf(key), "'" + key + "' is empty; expected " + expected);
        }
        return text;
    }

    /** A list of texts; one text alone is a list of one. */
    List<String> texts(String key) {
        return find(key).map(value -> texts(value, "'" + key + "'")).orElse(List.of());
    }

    /** A list that only a reader looks at: empty items are left out, a forgotten quote round a colon is forgiven. */
    List<String> notes(String key) {
        var value = find(key);
        if (value.isEmpty()) {
            return List.of();
        }
        var nodes = value.get() instanceof SequenceNode list ? list.getValue() : List.of(value.get());
        return nodes.stream().flatMap(YamlMap::note).toList();
    }

    private static Stream<String> note(Node node) {
        if (node instanceof ScalarNode scalar) {
            return Tag.NULL.equals(node.getTag()) ? Stream.empty() : Stream.of(scalar.getValue());
        }
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .map(pair -> plain(pair.getKeyNode()) + ": " + plain(pair.getValueNode()));
        }
        throw new SigmaException(node, "expected a text, found a list inside a list");
    }

    private static String plain(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    static List<String> texts(Node node, String what) {
        if (!(node instanceof SequenceNode list)) {
            return List.of(scalar(node, what));
        }
        var texts = new ArrayList<String>();
        for (var item : list.getValue()) {
            texts.add(scalar(item, "an item of " + what));
        }
        return List.copyOf(texts);
    }

    static String scalar(Node node, String what) {
        if (node instanceof ScalarNode scalar && !Tag.NULL.equals(node.getTag())) {
            return scalar.getValue();
        }
        throw new SigmaException(node, what + ": expected a text, found " + kindOf(node));
    }

    /** The value under a key, read by a parser that complains with an IllegalArgumentException saying what it expected. */
    <T> Optional<T> parsed(String key, Function<String, T> parser) {
        return text(key).map(text -> parse(key, text, parser));
    }

    private <T> T parse(String key, String text, Function<String, T> parser) {
        var parsed = new ArrayList<T>(1);
        check(key, () -> parsed.add(parser.apply(text)));
        return parsed.get(0);
    }

    /** Looks at what stands under a key by something that complains with an IllegalArgumentException. */
    void check(String key, Runnable look) {
        try {
            look.run();
        } catch (IllegalArgumentException refused) {
            throw new SigmaException(lineOf(key), "'" + key + "': " + refused.getMessage());
        }
    }

    /** Refuses keys that are not among the known ones, so that a typing error does not pass in silence. */
    void allowOnly(Set<String> known, String where) {
        var complaints = new Complaints();
        keys().stream().filter(key -> !known.contains(key)).forEach(key -> complaints.add(unknown(key, known, where)));
        complaints.raise();
    }

    private SigmaException unknown(String key, Set<String> known, String where) {
        return new SigmaException(
                lineOf(key),
                where + ": unknown key '" + key + "'" + NearestName.hint(key, known) + "; expected one of "
                        + String.join(", ", known.stream().sorted().toList()));
    }
}
