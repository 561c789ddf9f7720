package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one line of a selection: field, modifiers and values. */
final class ItemParser {
    private final Placeholders placeholders;
    private final Vocabulary vocabulary;

    ItemParser(ValueLists lists, Vocabulary vocabulary) {
        this.placeholders = new Placeholders(lists);
        this.vocabulary = vocabulary;
    }

    Item parse(String key, int line, Node node) {
        var parts = List.of(key.split("\\|", -1));
        try {
            return parse(parts.get(0).strip().intern(), Modifiers.of(parts.subList(1, parts.size())), node);
        } catch (IllegalArgumentException refused) {
            throw new SigmaException(line, "'" + key + "': " + refused.getMessage());
        }
    }

    private Item parse(String field, Modifiers modifiers, Node node) {
        var values = expanded(values(node, field), modifiers);
        if (modifiers.has("all") && values.size() < 2) {
            throw new IllegalArgumentException("modifier all needs a list of at least two values");
        }
        if (field.isEmpty()) {
            return keywords(modifiers, values);
        }
        vocabulary.check(field);
        if (modifiers.has("exists")) {
            return exists(field, values);
        }
        return modifiers.has("fieldref") ? sameAs(field, modifiers, values) : tested(field, modifiers, values);
    }

    private static List<RawValue> values(Node node, String field) {
        if (!(node instanceof SequenceNode list)) {
            return List.of(RawValue.of(node, "the value of '" + field + "'"));
        }
        if (list.getValue().isEmpty()) {
            throw new IllegalArgumentException("the list of values is empty; expected at least one, or null");
        }
        return list.getValue().stream()
                .map(item -> RawValue.of(item, "a value of '" + field + "'"))
                .toList();
    }

    private List<RawValue> expanded(List<RawValue> values, Modifiers modifiers) {
        if (!modifiers.has("expand")) {
            return values;
        }
        return values.stream()
                .flatMap(value -> placeholders.expand(value.text()).stream().map(value::withText))
                .toList();
    }

    /** Keywords, given as the plain items of a list: their texts stand anywhere in the searched text. */
    Item keywords(List<Node> nodes) {
        return keywords(
                Modifiers.of(List.of()),
                nodes.stream().map(node -> RawValue.of(node, "a keyword")).toList());
    }

    private Item keywords(Modifiers modifiers, List<RawValue> values) {
        if (modifiers.has("exists") || modifiers.has("fieldref")) {
            throw new IllegalArgumentException("keywords have no field; expected a field name before the modifiers");
        }
        if (values.stream().anyMatch(value -> value.kind() == RawValue.Kind.NULL)) {
            throw new IllegalArgumentException("null is no keyword; expected a text");
        }
        boolean plain = !modifiers.has("re")
                && modifiers.comparison().isEmpty()
                && modifiers.datePart().isEmpty()
                && !modifiers.has("cidr")
                && !modifiers.has("startswith")
                && !modifiers.has("endswith");
        var names = new ArrayList<>(modifiers.names());
        if (plain && !modifiers.has("contains")) {
            names.add("contains");
        }
        var tests = new TestFactory(Modifiers.of(names), modifiers.has("cased")).tests(values);
        return new Item.Keywords(vocabulary.keywordFields(), tests, modifiers.link());
    }

    private static Item exists(String field, List<RawValue> values) {
        if (values.size() != 1 || values.get(0).kind() != RawValue.Kind.FLAG) {
            throw new IllegalArgumentException("modifier exists expects true or false");
        }
        return new Item.Exists(field, Boolean.parseBoolean(values.get(0).text()));
    }

    private Item sameAs(String field, Modifiers modifiers, List<RawValue> values) {
        for (var value : values) {
            if (value.kind() == RawValue.Kind.NULL || value.text().isBlank()) {
                throw new IllegalArgumentException("modifier fieldref expects the name of a field");
            }
        }
        var others = values.stream().map(RawValue::text).toList();
        others.forEach(vocabulary::check);
        return new Item.SameAs(field, others, modifiers.link(), place(modifiers), cased(field, modifiers));
    }

    private static TextTest.Kind place(Modifiers modifiers) {
        if (modifiers.has("startswith")) {
            return TextTest.Kind.START;
        }
        if (modifiers.has("endswith")) {
            return TextTest.Kind.END;
        }
        return modifiers.has("contains") ? TextTest.Kind.INSIDE : TextTest.Kind.EQUAL;
    }

    private Item tested(String field, Modifiers modifiers, List<RawValue> values) {
        var factory = new TestFactory(modifiers, cased(field, modifiers));
        if (vocabulary.limits(field)) {
            checkEach(field, modifiers, values, factory);
        }
        return new Item.Values(field, factory.tests(values), modifiers.link());
    }

    private void checkEach(String field, Modifiers modifiers, List<RawValue> values, TestFactory factory) {
        var complaints = new Complaints();
        for (var value : values) {
            try {
                vocabulary.check(field, value, factory.tests(List.of(value)));
            } catch (IllegalArgumentException refused) {
                complaints.add(
                        new SigmaException(value.line(), "'" + modifiers.behind(field) + "': " + refused.getMessage()));
            }
        }
        complaints.raise();
    }

    private boolean cased(String field, Modifiers modifiers) {
        return modifiers.has("cased") && !vocabulary.isCaseless(field);
    }
}
