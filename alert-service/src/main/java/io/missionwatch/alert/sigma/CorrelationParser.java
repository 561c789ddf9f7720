package io.missionwatch.alert.sigma;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the correlation of a rule. */
final class CorrelationParser {
    private static final Set<String> KEYS =
            Set.of("type", "rules", "group-by", "timespan", "condition", "aliases", "generate");

    private final YamlMap map;
    private final Correlation.Type type;

    private CorrelationParser(YamlMap map) {
        this.map = map;
        this.type = typeOf(map);
    }

    static Correlation parse(YamlMap document) {
        var map = document.requireMap("correlation", "type, rules, timespan and condition");
        return new CorrelationParser(map).correlation(generateBeside(document));
    }

    /** The specification shows generate both inside the correlation and beside it. */
    private static boolean generateBeside(YamlMap document) {
        return document.parsed("generate", CorrelationParser::flag).orElse(false);
    }

    private Correlation correlation(boolean generate) {
        var complaints = new Complaints();
        complaints.checking(() -> map.allowOnly(KEYS, "'correlation'"));
        var timespan = complaints.reading(this::timespan);
        var rules = complaints.reading(this::rules);
        var aliases = complaints.reading(() -> aliases(rules.orElse(List.of())));
        var fields = complaints.reading(this::fields);
        var bounds = complaints.reading(this::bounds);
        var percentile = complaints.reading(() -> condition().flatMap(CorrelationParser::percentile));
        var groupBy = complaints.reading(() -> map.texts("group-by"));
        var own = complaints.reading(() -> map.parsed("generate", CorrelationParser::flag));
        complaints.raise();
        return new Correlation(
                type,
                rules.orElseThrow(),
                groupBy.orElseThrow(),
                aliases.orElseThrow(),
                timespan.orElseThrow(),
                fields.orElseThrow(),
                bounds.orElseThrow(),
                percentile.orElseThrow(),
                generate || own.orElseThrow().orElse(false));
    }

    private Duration timespan() {
        map.require("timespan", "a number and s, m, h or d, such as 15m");
        return map.parsed("timespan", Spans::parse).orElseThrow();
    }

    private static Correlation.Type typeOf(YamlMap map) {
        var known =
                Stream.of(Correlation.Type.values()).map(Correlation.Type::word).collect(Collectors.joining(", "));
        var word = map.requireText("type", "one of " + known);
        return Correlation.Type.named(word)
                .orElseThrow(() -> new SigmaException(
                        map.lineOf("type"), "'type': unknown correlation '" + word + "'; expected one of " + known));
    }

    private static boolean flag(String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        throw new IllegalArgumentException("'" + text + "': expected true or false");
    }

    private List<String> rules() {
        map.require("rules", "the ids or names of the rules to correlate");
        var rules = map.texts("rules");
        if (rules.isEmpty()) {
            throw new SigmaException(map.lineOf("rules"), "'rules' is empty; expected at least one id or name");
        }
        if (Set.copyOf(rules).size() < rules.size()) {
            throw new SigmaException(map.lineOf("rules"), "'rules' names a rule twice; expected each once");
        }
        return rules;
    }

    private Map<String, Map<String, String>> aliases(List<String> rules) {
        var aliases = new HashMap<String, Map<String, String>>();
        map.map("aliases").ifPresent(all -> all.keys().forEach(alias -> aliases.put(alias, alias(all, alias, rules))));
        return aliases;
    }

    private static Map<String, String> alias(YamlMap all, String alias, List<String> rules) {
        var fields = all.requireMap(alias, "a map of rule names to field names");
        var fieldOfRule = new HashMap<String, String>();
        for (var rule : fields.keys()) {
            if (!rules.isEmpty() && !rules.contains(rule)) {
                throw new SigmaException(
                        fields.lineOf(rule),
                        "alias '" + alias + "' names rule '" + rule + "', which is not among the rules");
            }
            fieldOfRule.put(rule, fields.requireText(rule, "a field name"));
        }
        return fieldOfRule;
    }

    private Optional<YamlMap> condition() {
        return map.map("condition");
    }

    private List<String> fields() {
        var fields = condition().map(condition -> condition.texts("field")).orElse(List.of());
        if (type.needsField() && fields.isEmpty()) {
            throw new SigmaException(map.lineOf("condition"), type.word() + " needs 'field' in its condition");
        }
        if (!type.needsField() && !fields.isEmpty()) {
            throw new SigmaException(map.lineOf("condition"), type.word() + " takes no 'field'");
        }
        if (fields.size() > 1 && type != Correlation.Type.VALUE_COUNT) {
            throw new SigmaException(map.lineOf("condition"), type.word() + " takes one field only");
        }
        return fields;
    }

    private List<Correlation.Bound> bounds() {
        var bounds = new ArrayList<Correlation.Bound>();
        for (var key : condition().map(YamlMap::keys).orElse(Set.of())) {
            if (!key.equals("field") && !key.equals("percentile")) {
                bounds.add(bound(condition().orElseThrow(), key));
            }
        }
        if (bounds.isEmpty() && (!type.isTemporal() || map.has("condition"))) {
            throw new SigmaException(
                    map.lineOf("condition"), "'condition': expected a comparison such as 'gte: 10' for " + type.word());
        }
        return bounds;
    }

    private Correlation.Bound bound(YamlMap condition, String key) {
        var comparison = Comparison.named(key)
                .orElseThrow(() -> new SigmaException(
                        condition.lineOf(key),
                        "'condition': unknown key '" + key + "'; expected gt, gte, lt, lte, eq, neq or field"));
        condition.require(key, "a number");
        return new Correlation.Bound(comparison, number(condition, key));
    }

    private static BigDecimal number(YamlMap condition, String key) {
        return condition
                .parsed(
                        key,
                        text -> Scalar.numberIn(text.replace("_", ""))
                                .orElseThrow(() ->
                                        new IllegalArgumentException("'" + text + "' is no number; expected one")))
                .orElseThrow();
    }

    private static Optional<BigDecimal> percentile(YamlMap condition) {
        if (!condition.has("percentile")) {
            return Optional.empty();
        }
        var percentile = number(condition, "percentile");
        if (percentile.signum() < 0 || percentile.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new SigmaException(condition.lineOf("percentile"), "'percentile': expected a number from 0 to 100");
        }
        return Optional.of(percentile);
    }
}
