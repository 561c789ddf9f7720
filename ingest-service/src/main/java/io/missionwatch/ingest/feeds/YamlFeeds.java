package io.missionwatch.ingest.feeds;

import io.missionwatch.ingest.feeds.FeedList.Findings;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.representer.Representer;

/** Lists of feeds in YAML: a list, or a map with the list under {@code feeds}; each feed a map, or its address alone. */
final class YamlFeeds {

    private YamlFeeds() {}

    static void read(String text, Findings findings) {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(20);
        options.setNestingDepthLimit(20);
        try {
            var root = Optional.ofNullable(new Yaml(new SafeConstructor(options)).compose(new StringReader(text)));
            root.ifPresent(node -> list(node, findings));
        } catch (MarkedYAMLException e) {
            var mark = Optional.ofNullable(e.getProblemMark());
            var column = mark.map(at -> " at column " + (at.getColumn() + 1)).orElse("");
            findings.fault(mark.map(at -> at.getLine() + 1).orElse(1), "not YAML: " + e.getProblem() + column);
        } catch (YAMLException e) {
            findings.fault(1, "not YAML: " + e.getMessage());
        }
    }

    private static void list(Node root, Findings findings) {
        var list = root instanceof MappingNode map ? feedsOf(map, findings) : Optional.of(root);
        if (list.isPresent() && list.get() instanceof SequenceNode sequence) {
            sequence.getValue().forEach(node -> feed(node, findings));
        } else if (list.isPresent()) {
            findings.fault(line(list.get()), "expected a list of feeds");
        }
    }

    private static Optional<Node> feedsOf(MappingNode map, Findings findings) {
        Optional<Node> feeds = Optional.empty();
        for (var tuple : map.getValue()) {
            var name = scalar(tuple.getKeyNode());
            if (name.equals("feeds")) {
                feeds = Optional.of(tuple.getValueNode());
            } else {
                findings.fault(line(tuple.getKeyNode()), "unknown key '" + name + "'; feeds stand under 'feeds'");
            }
        }
        return feeds;
    }

    private static void feed(Node node, Findings findings) {
        if (node instanceof ScalarNode address) {
            add(Map.of("url", address.getValue()), line(node), findings);
        } else if (node instanceof MappingNode map) {
            var fields = new HashMap<String, String>();
            int faults = 0;
            for (var tuple : map.getValue()) {
                faults += field(tuple, fields, findings) ? 0 : 1;
            }
            if (faults == 0) {
                add(fields, line(node), findings);
            }
        } else {
            findings.fault(line(node), "a feed is a map, or its address");
        }
    }

    private static boolean field(NodeTuple tuple, Map<String, String> fields, Findings findings) {
        var name = scalar(tuple.getKeyNode());
        if (!FeedFields.KNOWN.contains(name)) {
            var known = FeedFields.KNOWN.stream().sorted().collect(Collectors.joining(", "));
            findings.fault(line(tuple.getKeyNode()), "unknown key '" + name + "'; known are " + known);
            return false;
        }
        if (tuple.getValueNode() instanceof MappingNode) {
            findings.fault(line(tuple.getValueNode()), name + " must be a value, not a map");
            return false;
        }
        fields.put(name, scalar(tuple.getValueNode()));
        return true;
    }

    private static void add(Map<String, String> fields, int line, Findings findings) {
        try {
            findings.feed(new FeedFields(fields), line);
        } catch (IllegalArgumentException e) {
            findings.fault(line, e.getMessage());
        }
    }

    private static String scalar(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(YamlFeeds::scalar).collect(Collectors.joining(","));
        }
        return node instanceof ScalarNode value ? value.getValue() : "";
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    static String write(List<FeedSource> feeds) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        var list = new ArrayList<Map<String, Object>>();
        feeds.forEach(feed -> list.add(fields(feed)));
        return new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options)
                .dump(Map.of("feeds", list));
    }

    static Map<String, Object> fields(FeedSource feed) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", feed.id());
        fields.put("url", feed.url().toString());
        fields.put("outlet", feed.outlet());
        put(fields, "source-class", feed.kind() == FeedSource.Kind.OTHER ? "" : FeedFields.word(feed.kind()));
        put(
                fields,
                "reliability",
                feed.reliability() == FeedSource.Reliability.F
                        ? ""
                        : feed.reliability().name());
        put(fields, "country", feed.homeCountry());
        put(fields, "language", feed.language());
        fields.put("full-text", FeedFields.word(feed.fullText()));
        fields.put("interval", inWords(feed.shortest()));
        fields.put("longest-interval", inWords(feed.longest()));
        if (!feed.include().isEmpty()) {
            fields.put("include", feed.include());
        }
        if (!feed.exclude().isEmpty()) {
            fields.put("exclude", feed.exclude());
        }
        if (feed.paused()) {
            fields.put("paused", true);
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, String text) {
        if (!text.isEmpty()) {
            fields.put(name, text);
        }
    }

    static String inWords(Duration time) {
        return time.toSeconds() % 60 == 0 ? time.toMinutes() + "m" : time.toSeconds() + "s";
    }
}
