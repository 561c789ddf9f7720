package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one YAML document: a detection rule, a correlation rule or a filter. */
final class DocumentParser {
    private final String file;
    private final ValueLists lists;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private Optional<YamlMap> action = Optional.empty();

    DocumentParser(String file, ValueLists lists) {
        this.file = file;
        this.lists = lists;
    }

    List<Rule> rules() {
        return rules;
    }

    List<Filter> filters() {
        return filters;
    }

    void read(Node node) {
        var map = YamlMap.of(node, "a rule");
        refuseAction(map);
        var kinds = List.of("detection", "correlation", "filter").stream()
                .filter(map::has)
                .toList();
        if (kinds.size() != 1) {
            throw new SigmaException(
                    node,
                    kinds.isEmpty()
                            ? "neither 'detection' nor 'correlation' nor 'filter'; expected one of them"
                            : "'" + String.join("' and '", kinds) + "' in one document; expected one of them");
        }
        var complaints = new Complaints();
        var head = complaints.reading(() -> new HeadParser(map, file).parse());
        switch (kinds.get(0)) {
            case "detection" -> detection(map, head, complaints);
            case "correlation" -> correlation(map, head, complaints);
            default -> filter(map, head, complaints);
        }
    }

    /** Documents of Sigma's first version can leave out what a document before them says for all. */
    private void refuseAction(YamlMap map) {
        if (map.has("action")) {
            action = Optional.of(map);
            throw new SigmaException(
                    map.lineOf("action"),
                    "'action' (global, repeat, reset) left Sigma with version 2; expected each rule written out");
        }
        if (action.isPresent() && !map.has("title")) {
            throw new SigmaException(
                    map.line(),
                    "goes on from the document with 'action' in line "
                            + action.get().lineOf("action") + "; expected each rule written out, with a title");
        }
    }

    private void detection(YamlMap map, Optional<RuleHead> head, Complaints complaints) {
        var source = complaints.reading(() -> logSource(map));
        var handling = complaints.reading(() -> handling(map, source.orElse(LogSource.UNKNOWN)));
        var condition = complaints.reading(() -> selecting(map, source)
                .parse(map.requireMap("detection", "search identifiers and a condition"), Set.of("timeframe")));
        complaints.raise();
        rules.add(new DetectionRule(
                head.orElseThrow(), source.orElseThrow(), handling.orElseThrow(), condition.orElseThrow()));
    }

    private void correlation(YamlMap map, Optional<RuleHead> head, Complaints complaints) {
        var handling = complaints.reading(() -> HandlingParser.parse(map));
        var correlation = complaints.reading(() -> CorrelationParser.parse(map));
        complaints.raise();
        rules.add(new CorrelationRule(head.orElseThrow(), handling.orElseThrow(), correlation.orElseThrow()));
    }

    private void filter(YamlMap map, Optional<RuleHead> head, Complaints complaints) {
        var source = complaints.reading(() -> logSource(map));
        var filter = map.requireMap("filter", "rules, a selection and a condition");
        var filtered = complaints.reading(() -> filteredRules(filter));
        var condition = complaints.reading(() -> selecting(map, source).parse(filter, Set.of("rules")));
        complaints.raise();
        filters.add(new Filter(
                head.orElseThrow(),
                source.orElseThrow(),
                filtered.orElseThrow(),
                new Filter.Passing(passing(condition.orElseThrow()))));
    }

    private DetectionParser selecting(YamlMap map, Optional<LogSource> source) {
        return new DetectionParser(lists.and(HandlingParser.valueLists(map)), source.orElse(LogSource.UNKNOWN));
    }

    private static Handling handling(YamlMap map, LogSource source) {
        var handling = HandlingParser.parse(map);
        var vocabulary = Vocabulary.of(source);
        var complaints = new Complaints();
        map.map("missionwatch").ifPresent(own -> {
            complaints.checking(
                    () -> own.check("group-by", () -> handling.groupBy().forEach(vocabulary::check)));
            complaints.checking(() -> own.check("title", () -> handling.title().ifPresent(vocabulary::check)));
            complaints.checking(
                    () -> own.check("summary", () -> handling.summary().ifPresent(vocabulary::check)));
        });
        complaints.raise();
        return handling;
    }

    private static List<String> filteredRules(YamlMap filter) {
        filter.require("rules", "the ids or names of the rules to filter, or any");
        var rules = filter.texts("rules");
        if (rules.isEmpty()) {
            throw new SigmaException(filter.lineOf("rules"), "'rules' is empty; expected ids or names, or any");
        }
        return rules.equals(List.of("any")) ? List.of() : rules;
    }

    /**
     * A filter takes away what it describes. The specification writes {@code condition: selection} for that, the
     * reference implementation {@code condition: not selection}; the two mean the same exclusion.
     */
    private static Condition passing(Condition condition) {
        return saysWhatPasses(condition) ? condition : new Condition.Not(condition);
    }

    /** Nothing but negations: {@code not a and not b} describes what is left, not what is taken away. */
    private static boolean saysWhatPasses(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(DocumentParser::saysWhatPasses);
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().allMatch(DocumentParser::saysWhatPasses);
        }
        return condition instanceof Condition.Not;
    }

    private static LogSource logSource(YamlMap map) {
        var source = map.requireMap("logsource", "at least one of category, product and service");
        var read = new LogSource(
                source.text("category"), source.text("product"), source.text("service"), definition(source));
        if (read.category().isEmpty()
                && read.product().isEmpty()
                && read.service().isEmpty()) {
            throw new SigmaException(
                    source.line(), "'logsource' is empty; expected at least one of category, product and service");
        }
        return read;
    }

    private static Optional<String> definition(YamlMap source) {
        var lines = source.texts("definition");
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }
}
