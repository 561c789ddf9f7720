package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Rules and events over few fields and short texts, so that they meet often. */
final class RandomRules {
    private static final List<String> FIELDS = List.of("a", "b.c", "l.x", "l.y", "tags");
    private static final List<String> MODIFIERS = List.of(
            "",
            "",
            "",
            "|contains",
            "|startswith",
            "|endswith",
            "|neq",
            "|windash|contains",
            "|cased",
            "|contains|cased",
            "|re",
            "|base64offset|contains",
            "|fieldref",
            "|wide");
    private static final List<String> CONDITIONS = List.of(
            "s0",
            "s0 and s1",
            "s0 or s1",
            "not s0",
            "s0 and not s1",
            "1 of s*",
            "all of s*",
            "not (s0 or s1) or s1",
            "(s0 or not s1) and (s1 or s0)");

    private RandomRules() {}

    static Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab-/1*?İé").ofMinLength(0).ofMaxLength(4);
    }

    private static Arbitrary<String> lines() {
        var plain = Combinators.combine(
                        Arbitraries.of(FIELDS),
                        Arbitraries.of(MODIFIERS),
                        texts().list().ofMinSize(1).ofMaxSize(3))
                .as((field, modifier, values) -> quoted(field + modifier) + ": " + list(values));
        var all = Combinators.combine(Arbitraries.of(FIELDS), texts().list().ofSize(2))
                .as((field, values) -> quoted(field + "|contains|all") + ": " + list(values));
        var numbers = Combinators.combine(Arbitraries.of(FIELDS), Arbitraries.of("1", "11", "null", "'1'"))
                .as((field, value) -> quoted(field) + ": " + value);
        var exists = Combinators.combine(Arbitraries.of(FIELDS), Arbitraries.of(true, false))
                .as((field, value) -> quoted(field + "|exists") + ": " + value);
        return Arbitraries.oneOf(plain, plain, all, numbers, exists);
    }

    private static Arbitrary<String> selections() {
        var map = lines().list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .uniqueElements(line -> line.split(":", 2)[0])
                .map(lines -> "{" + String.join(", ", lines) + "}");
        var maps = map.list().ofMinSize(1).ofMaxSize(2).map(list -> "[" + String.join(", ", list) + "]");
        var keywords = texts().filter(text -> !text.isEmpty())
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(RandomRules::list);
        return Arbitraries.oneOf(map, map, maps, keywords);
    }

    /** The text of a rule; not every one is valid. */
    static Arbitrary<String> rules() {
        return Combinators.combine(selections(), selections(), Arbitraries.of(CONDITIONS))
                .as((first, second, condition) -> """
                        logsource: {category: test}
                        detection:
                          s0: %s
                          s1: %s
                          condition: %s
                        """.formatted(first, second, condition));
    }

    /** The valid ones of some rules, with ids of their own. */
    static List<DetectionRule> valid(List<String> texts) {
        var rules = new ArrayList<DetectionRule>();
        for (var text : texts) {
            var title = "title: Rule " + rules.size() + "\n";
            SigmaFiles.readText("r.yml", title + text, ValueLists.NONE)
                    .rules()
                    .forEach(rule -> rules.add((DetectionRule) rule));
        }
        return rules;
    }

    static Arbitrary<Map<String, Object>> events() {
        var value = Arbitraries.<Object>oneOf(texts().map(text -> text), Arbitraries.of(1, 11, 1.0, true));
        var optional = value.injectNull(0.2);
        var element = Combinators.combine(optional, optional).as((x, y) -> tree("x", x, "y", y));
        return Combinators.combine(
                        optional,
                        optional,
                        element.list().ofMaxSize(3),
                        value.list().ofMaxSize(2))
                .as((a, c, list, tags) -> {
                    var event = tree("a", a, "l", list);
                    event.put("b", tree("c", c, "d", null));
                    event.put("tags", tags);
                    return event;
                });
    }

    private static Map<String, Object> tree(String first, Object one, String second, Object two) {
        var map = new LinkedHashMap<String, Object>();
        map.put(first, one);
        if (two != null) {
            map.put(second, two);
        }
        return map;
    }

    private static String list(List<String> values) {
        return "[" + String.join(", ", values.stream().map(RandomRules::quoted).toList()) + "]";
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
