package io.missionwatch.quickstart.samples;

import java.io.Reader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One mapping of a YAML file, read key by key. Scalars are text as written; every fault names file and line. */
final class YamlMap {

    private final String file;
    private final MappingNode node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();

    private YamlMap(String file, MappingNode node) {
        this.file = file;
        this.node = node;
        for (var entry : node.getValue()) {
            var key = text(entry.getKeyNode());
            if (values.putIfAbsent(key, entry.getValueNode()) != null) {
                throw fault(entry.getKeyNode(), "the key '" + key + "' stands twice");
            }
        }
    }

    static YamlMap root(String file, Reader yaml) {
        try {
            var root = new Yaml(new LoaderOptions()).compose(yaml);
            if (root instanceof MappingNode map) {
                return new YamlMap(file, map);
            }
            throw new SamplesFormatException(file, 1, "a mapping is expected");
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new SamplesFormatException(file, mark == null ? 1 : mark.getLine() + 1, e.getProblem());
        }
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> fault("'" + key + "' is missing"));
    }

    Optional<String> optionalText(String key) {
        return value(key).map(this::text);
    }

    /** The value of the key as {@code parse} understands it; what that refuses is a fault of the key's line. */
    <T> Optional<T> optional(String key, Function<String, T> parse) {
        return value(key).map(found -> at(found, () -> parse.apply(text(found))));
    }

    <T> T parsed(String key, Function<String, T> parse) {
        return optional(key, parse).orElseThrow(() -> fault("'" + key + "' is missing"));
    }

    List<String> texts(String key) {
        return value(key).map(this::sequence).orElse(List.of()).stream()
                .map(this::text)
                .toList();
    }

    List<YamlMap> maps(String key) {
        return value(key).map(this::sequence).orElse(List.of()).stream()
                .map(this::map)
                .toList();
    }

    /** The mapping under the key; empty if it says {@code none} instead. */
    Optional<YamlMap> mapOrNone(String key) {
        var found = value(key).orElseThrow(() -> fault("'" + key + "' is missing"));
        if (found instanceof ScalarNode scalar && scalar.getValue().equals("none")) {
            return Optional.empty();
        }
        return Optional.of(map(found));
    }

    /** What the supplier makes of this mapping, once every key has been read; what it refuses is a fault of this line. */
    <T> T finish(Supplier<T> made) {
        values.keySet().stream().filter(key -> !read.contains(key)).findFirst().ifPresent(key -> {
            throw fault(values.get(key), "unknown key '" + key + "'");
        });
        return at(node, made);
    }

    SamplesFormatException fault(String reason) {
        return fault(node, reason);
    }

    private Optional<Node> value(String key) {
        read.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private String text(Node found) {
        if (found instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw fault(found, "a text is expected");
    }

    private List<Node> sequence(Node found) {
        if (found instanceof SequenceNode list) {
            return list.getValue();
        }
        throw fault(found, "a list is expected");
    }

    private YamlMap map(Node found) {
        if (found instanceof MappingNode map) {
            return new YamlMap(file, map);
        }
        throw fault(found, "a mapping is expected");
    }

    private <T> T at(Node place, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw fault(place, e.getMessage());
        }
    }

    private SamplesFormatException fault(Node place, String reason) {
        return new SamplesFormatException(file, place.getStartMark().getLine() + 1, reason);
    }
}
