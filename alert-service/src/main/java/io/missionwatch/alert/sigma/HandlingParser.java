package io.missionwatch.alert.sigma;

import io.missionwatch.alert.sigma.Handling.Absence;
import io.missionwatch.alert.sigma.Handling.Example;
import io.missionwatch.alert.sigma.Handling.Mode;
import io.missionwatch.alert.sigma.Handling.Nearness;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads what stands under the key {@code missionwatch}. Everything there is ours, so every unknown key is refused. */
final class HandlingParser {
    private static final Set<String> KEYS = Set.of(
            "group-by",
            "suppress-for",
            "absence",
            "min-independent-origins",
            "within-km",
            "mode",
            "title",
            "summary",
            "examples",
            "value-lists");

    private final YamlMap map;
    private final Complaints complaints = new Complaints();

    private HandlingParser(YamlMap map) {
        this.map = map;
    }

    static Handling parse(YamlMap document) {
        var map = document.map("missionwatch");
        if (map.isPresent() && map.get().has("group-by") && groupsItself(document)) {
            throw new SigmaException(
                    map.get().lineOf("group-by"), "'group-by' stands here and in the correlation; expected it once");
        }
        return map.map(own -> new HandlingParser(own).handling()).orElse(Handling.PLAIN);
    }

    /** The values that the rule itself gives for placeholders. */
    static ValueLists valueLists(YamlMap document) {
        return document.map("missionwatch")
                .flatMap(own -> own.map("value-lists"))
                .map(ValueLists::of)
                .orElse(ValueLists.NONE);
    }

    private static boolean groupsItself(YamlMap document) {
        return document.map("correlation")
                .filter(correlation -> correlation.has("group-by"))
                .isPresent();
    }

    private Handling handling() {
        complaints.checking(() -> map.allowOnly(KEYS, "'missionwatch'"));
        var handling = new Handling(
                complaints.reading(() -> map.texts("group-by")).orElse(List.of()),
                read(() -> map.parsed("suppress-for", Spans::parse)),
                read(() -> map.map("absence").map(HandlingParser::absence)),
                read(() -> map.parsed("min-independent-origins", HandlingParser::origins))
                        .orElse(1),
                read(() -> map.find("within-km").map(this::nearness)),
                read(() -> map.parsed("mode", HandlingParser::mode)).orElse(Mode.LIVE),
                read(() -> map.parsed("title", Template::parse)),
                read(() -> map.parsed("summary", Template::parse)),
                complaints.reading(this::examples).orElse(List.of()));
        complaints.raise();
        return handling;
    }

    private <T> Optional<T> read(Supplier<Optional<T>> part) {
        return complaints.reading(part).orElse(Optional.empty());
    }

    private static Absence absence(YamlMap map) {
        map.allowOnly(Set.of("after", "without", "within"), "'absence'");
        map.require("without", "the id or name of the rule that must follow");
        map.require("within", "a span of time such as 24h");
        return new Absence(
                map.text("after"),
                map.texts("without"),
                map.parsed("within", Spans::parse).orElseThrow());
    }

    private static int origins(String text) {
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException("'" + text + "': expected a whole number of at least 1");
        }
        return Integer.parseInt(text);
    }

    private Nearness nearness(Node node) {
        if (!(node instanceof MappingNode)) {
            return new Nearness(
                    map.parsed("within-km", HandlingParser::kilometres).orElseThrow(), List.of());
        }
        var near = YamlMap.of(node, "'within-km'");
        near.allowOnly(Set.of("km", "watch-lists"), "'within-km'");
        near.require("km", "a distance in kilometres");
        return new Nearness(near.parsed("km", HandlingParser::kilometres).orElseThrow(), near.texts("watch-lists"));
    }

    private static double kilometres(String text) {
        return Scalar.numberIn(text)
                .map(BigDecimal::doubleValue)
                .filter(km -> km > 0 && km <= 20_040)
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + text + "': expected kilometres, from 0 to 20040"));
    }

    private static Mode mode(String text) {
        return switch (text) {
            case "live" -> Mode.LIVE;
            case "shadow" -> Mode.SHADOW;
            default -> throw new IllegalArgumentException("'" + text + "': expected live or shadow");
        };
    }

    private List<Example> examples() {
        var examples = map.find("examples");
        if (examples.isEmpty()) {
            return List.of();
        }
        if (!(examples.get() instanceof SequenceNode list)) {
            throw new SigmaException(
                    examples.get(), "'examples': expected a list of maps with title, matches and event");
        }
        return list.getValue().stream().map(HandlingParser::example).toList();
    }

    private static Example example(Node node) {
        var map = YamlMap.of(node, "an item of 'examples'");
        map.allowOnly(Set.of("title", "matches", "event", "events"), "an item of 'examples'");
        map.require("matches", "true or false");
        if (map.has("event") == map.has("events")) {
            throw new SigmaException(node, "an example: expected either 'event' or 'events'");
        }
        return new Example(
                map.text("title").orElse("example"),
                map.parsed("matches", HandlingParser::flag).orElseThrow(),
                events(map));
    }

    private static List<java.util.Map<String, Object>> events(YamlMap map) {
        if (map.has("event")) {
            return List.of(YamlTree.mapOf(map.require("event", "an event")));
        }
        if (map.require("events", "a list of events") instanceof SequenceNode list) {
            return list.getValue().stream().map(YamlTree::mapOf).toList();
        }
        throw new SigmaException(map.lineOf("events"), "'events': expected a list of events");
    }

    private static Optional<Boolean> flagIn(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static boolean flag(String text) {
        return flagIn(text).orElseThrow(() -> new IllegalArgumentException("'" + text + "': expected true or false"));
    }
}
