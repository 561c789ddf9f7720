package io.missionwatch.enrich.reference;

import io.missionwatch.enrich.actors.ActorFiles;
import io.missionwatch.enrich.actors.ListedActor;
import io.missionwatch.enrich.places.PlaceAddition;
import io.missionwatch.enrich.places.PlaceType;
import io.missionwatch.enrich.text.PlainYaml;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML file of reference data: actors in the form of the built-in lexicon, and places.
 *
 * @param name the file, for messages
 * @param lines where each entry begins, by its id
 */
public record ReferenceFile(
        String name, List<ListedActor> actors, List<PlaceAddition> places, Map<String, Integer> lines) {

    private static final Set<String> TOP = Set.of("type", "actors", "places");
    private static final Set<String> PLACE =
            Set.of("id", "name", "type", "country", "admin1", "latitude", "longitude", "population", "names");

    public ReferenceFile {
        actors = List.copyOf(actors);
        places = List.copyOf(places);
        lines = Map.copyOf(lines);
    }

    /**
     * Reads a file.
     *
     * @throws ReferenceFault when it is none, with file, line and reason
     */
    public static ReferenceFile read(Path file) throws IOException {
        return read(file.toString(), Files.readString(file));
    }

    /** Reads a text as a file of that name would be. */
    static ReferenceFile read(String name, String text) {
        var lines = linesOf(name, text);
        try {
            var top = map(PlainYaml.reader().load(text));
            for (var key : top.keySet()) {
                require(TOP.contains(key), "unknown key " + key);
            }
            require(top.containsKey("actors") || top.containsKey("places"), "neither actors nor places");
            return new ReferenceFile(name, ActorFiles.read(name, top), places(top), lines);
        } catch (IllegalArgumentException wrong) {
            throw new ReferenceFault(name, line(lines, wrong.getMessage()), wrong.getMessage());
        }
    }

    /** Faults name the entry; the line is that of the one whose id they name. */
    private static int line(Map<String, Integer> lines, String reason) {
        return lines.entrySet().stream()
                .filter(entry -> reason.contains(" " + entry.getKey() + ":"))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(1);
    }

    private static List<PlaceAddition> places(Map<String, Object> top) {
        var places = new ArrayList<PlaceAddition>();
        for (var entry : list(top.get("places"))) {
            places.add(place(map(entry)));
        }
        return places;
    }

    private static PlaceAddition place(Map<String, Object> entry) {
        var id = text(entry, "id").orElseThrow(() -> new IllegalArgumentException("a place without an id"));
        try {
            for (var key : entry.keySet()) {
                require(PLACE.contains(key), "unknown key " + key);
            }
            return new PlaceAddition(
                    id,
                    text(entry, "name").orElseThrow(() -> new IllegalArgumentException("no name")),
                    PlaceType.valueOf(text(entry, "type").orElse("CITY")),
                    text(entry, "country"),
                    text(entry, "admin1"),
                    degrees(entry, "latitude"),
                    degrees(entry, "longitude"),
                    text(entry, "population").map(Long::parseLong).orElse(0L),
                    list(entry.get("names")).stream().map(Object::toString).toList());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("place " + id + ": " + wrong.getMessage(), wrong);
        }
    }

    private static double degrees(Map<String, Object> entry, String key) {
        return text(entry, key).map(Double::parseDouble).orElseThrow(() -> new IllegalArgumentException("no " + key));
    }

    private static Map<String, Integer> linesOf(String name, String text) {
        var lines = new HashMap<String, Integer>();
        try {
            collect(PlainYaml.reader().compose(new StringReader(text)), lines);
        } catch (MarkedYAMLException wrong) {
            var mark = wrong.getProblemMark();
            throw new ReferenceFault(name, mark == null ? 1 : mark.getLine() + 1, String.valueOf(wrong.getProblem()));
        } catch (YAMLException wrong) {
            throw new ReferenceFault(name, 1, String.valueOf(wrong.getMessage()));
        }
        return lines;
    }

    private static void collect(Node root, Map<String, Integer> lines) {
        if (root instanceof MappingNode top) {
            for (var part : top.getValue()) {
                if (part.getValueNode() instanceof SequenceNode entries) {
                    entries.getValue().forEach(entry -> lineOf(entry, lines));
                }
            }
        }
    }

    private static void lineOf(Node entry, Map<String, Integer> lines) {
        if (entry instanceof MappingNode fields) {
            for (var field : fields.getValue()) {
                if (field.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("id")
                        && field.getValueNode() instanceof ScalarNode id) {
                    lines.putIfAbsent(id.getValue(), entry.getStartMark().getLine() + 1);
                }
            }
        }
    }

    private static Optional<String> text(Map<String, Object> entry, String key) {
        return Optional.ofNullable(entry.get(key)).map(Object::toString);
    }

    private static List<?> list(Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? list : List.of(value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        require(value instanceof Map<?, ?>, "expected a map of keys and values");
        return (Map<String, Object>) value;
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new IllegalArgumentException(reason);
        }
    }
}
