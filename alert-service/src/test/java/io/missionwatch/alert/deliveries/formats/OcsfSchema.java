package io.missionwatch.alert.deliveries.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Holds a document against the published source of OCSF: attributes, requirements, types, enumerations, constraints. */
final class OcsfSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;
    private final JsonNode dictionary;
    private final List<Integer> observables = new ArrayList<>();

    OcsfSchema(Path root) {
        this.root = root;
        var words = read(root.resolve("dictionary.json"));
        this.dictionary = words.path("attributes");
        words.at("/types/attributes").forEach(type -> {
            if (type.has("observable")) {
                observables.add(type.path("observable").asInt());
            }
        });
    }

    List<String> faultsOfDetectionFinding(JsonNode event) {
        var attributes = JSON.createObjectNode();
        var events = List.of(
                "events/base_event.json", "events/findings/finding.json", "events/findings/detection_finding.json");
        events.forEach(file -> merge(read(root.resolve(file)), attributes));
        number(attributes, "category_uid", category());
        number(attributes, "class_uid", category() * 1000 + uidOf("events/findings/detection_finding.json"));
        var faults = new ArrayList<String>();
        check("", event, attributes, faults);
        return faults;
    }

    // The compiler of the schema writes such values from where they stand.
    private static void number(ObjectNode attributes, String name, int uid) {
        attributes.withObject("/" + name).withObject("/enum").put(Integer.toString(uid), "here");
    }

    private int category() {
        return read(root.resolve("categories.json"))
                .at("/attributes/findings/uid")
                .asInt();
    }

    private int uidOf(String file) {
        return read(root.resolve(file)).path("uid").asInt();
    }

    private void merge(JsonNode definition, ObjectNode attributes) {
        var own = definition.path("attributes");
        own.path("$include").forEach(include -> profile(read(root.resolve(include.asText())), attributes));
        own.properties().forEach(field -> {
            if (!field.getKey().startsWith("$")) {
                var merged = attributes.withObject("/" + field.getKey());
                field.getValue().properties().forEach(detail -> merged.set(detail.getKey(), detail.getValue()));
            }
        });
    }

    /** What a profile requires is required of those who apply it, and we apply none. */
    private void profile(JsonNode definition, ObjectNode attributes) {
        var own = JSON.createObjectNode();
        merge(definition, own);
        own.forEach(attribute -> ((ObjectNode) attribute).remove("requirement"));
        own.properties().forEach(attribute -> attributes.set(attribute.getKey(), attribute.getValue()));
    }

    private ObjectNode objectOf(String name) {
        var definition = read(root.resolve("objects/" + name + ".json"));
        var attributes =
                definition.has("extends") ? objectOf(definition.path("extends").asText()) : JSON.createObjectNode();
        merge(definition, attributes);
        return attributes;
    }

    private void check(String path, JsonNode node, ObjectNode attributes, List<String> faults) {
        node.fieldNames().forEachRemaining(name -> {
            if (!attributes.has(name)) {
                faults.add(path + name + " is unknown");
            }
        });
        attributes.properties().forEach(attribute -> {
            var name = attribute.getKey();
            if (node.has(name)) {
                value(path + name, node.path(name), name, attribute.getValue(), faults);
            } else if (attribute.getValue().path("requirement").asText().equals("required")
                    && !attribute.getValue().hasNonNull("profile")) {
                faults.add(path + name + " is missing");
            }
        });
    }

    private void value(String path, JsonNode value, String name, JsonNode attribute, List<String> faults) {
        var word = dictionary.path(name);
        if (word.path("is_array").asBoolean()) {
            if (!value.isArray()) {
                faults.add(path + " is no array");
            }
            int index = 0;
            for (var item : value) {
                single(path + "[" + index++ + "]", item, word, attribute, faults);
            }
        } else {
            single(path, value, word, attribute, faults);
        }
    }

    private void single(String path, JsonNode value, JsonNode word, JsonNode attribute, List<String> faults) {
        var type = word.path("type").asText();
        if (type.endsWith("_t") && !fits(type, value)) {
            faults.add(path + " is no " + type + ": " + value);
        } else if (!type.endsWith("_t") && Files.exists(root.resolve("objects/" + type + ".json"))) {
            object(path, value, type, faults);
        }
        var symbols = attribute.path("enum");
        if (!symbols.isMissingNode()
                && !symbols.has(value.asText())
                && !word.path("enum").has(value.asText())) {
            faults.add(path + " has a value that is not defined: " + value);
        }
    }

    private void object(String path, JsonNode value, String type, List<String> faults) {
        if (type.equals("object")) {
            return;
        }
        var attributes = objectOf(type);
        if (type.equals("observable")) {
            observables.forEach(uid -> number(attributes, "type_id", uid));
        }
        check(path + ".", value, attributes, faults);
        var any = read(root.resolve("objects/" + type + ".json"))
                .path("constraints")
                .path("at_least_one");
        boolean has = any.isMissingNode();
        for (var one : any) {
            has |= value.has(one.asText());
        }
        if (!has) {
            faults.add(path + " needs at least one of " + any);
        }
    }

    private static boolean fits(String type, JsonNode value) {
        return switch (type) {
            case "integer_t", "long_t", "timestamp_t", "port_t" -> value.isIntegralNumber();
            case "float_t" -> value.isNumber();
            case "boolean_t" -> value.isBoolean();
            case "json_t" -> true;
            default -> value.isTextual();
        };
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
