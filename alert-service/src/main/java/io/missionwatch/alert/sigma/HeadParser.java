package io.missionwatch.alert.sigma;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads what a rule says about itself: strict where a tool would be misled, lenient where only a reader looks. */
final class HeadParser {
    private static final int LONGEST_TITLE = 256;
    private static final int LONGEST_DESCRIPTION = 65_535;
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");

    private final YamlMap map;
    private final String file;

    HeadParser(YamlMap map, String file) {
        this.map = map;
        this.file = file;
    }

    RuleHead parse() {
        var title = bounded("title", map.requireText("title", "a brief title of the rule"), LONGEST_TITLE);
        var name = map.text("name");
        var id = map.has("id") ? Optional.of(map.requireText("id", "a UUID")) : name;
        return new RuleHead(
                id.orElse(title),
                name,
                title,
                map.parsed("status", text -> oneOf(Status.values(), text)),
                map.parsed("level", text -> oneOf(Level.values(), text)),
                map.text("description").map(text -> bounded("description", text, LONGEST_DESCRIPTION)),
                joined("author"),
                map.text("license"),
                map.text("taxonomy"),
                map.parsed("date", HeadParser::date),
                map.parsed("modified", HeadParser::date),
                map.notes("tags"),
                map.notes("references"),
                map.notes("fields"),
                map.notes("falsepositives"),
                map.notes("scope"),
                related(),
                file,
                map.line());
    }

    private String bounded(String key, String text, int most) {
        if (text.length() > most) {
            throw new SigmaException(map.lineOf(key), "'" + key + "' is longer than " + most + " characters");
        }
        return text;
    }

    private Optional<String> joined(String key) {
        var texts = map.notes(key);
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", texts));
    }

    private static <E extends Enum<E>> E oneOf(E[] values, String text) {
        return Stream.of(values)
                .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown value '" + text + "'; expected one of "
                        + Stream.of(values)
                                .map(value -> value.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    private static LocalDate date(String text) {
        var date = DATE.matcher(text.strip());
        try {
            if (date.matches()) {
                return LocalDate.of(number(date.group(1)), number(date.group(2)), number(date.group(3)));
            }
        } catch (DateTimeException noSuchDay) {
            throw new IllegalArgumentException("'" + text + "' is no day of the calendar", noSuchDay);
        }
        throw new IllegalArgumentException("'" + text + "' is no date; expected YYYY-MM-DD");
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private List<RuleHead.Related> related() {
        var related = map.find("related");
        if (related.isEmpty()) {
            return List.of();
        }
        if (!(related.get() instanceof SequenceNode list)) {
            throw new SigmaException(related.get(), "'related': expected a list of maps with id and type");
        }
        return list.getValue().stream().map(HeadParser::relation).toList();
    }

    private static RuleHead.Related relation(Node node) {
        var relation = YamlMap.of(node, "an item of 'related'");
        return new RuleHead.Related(
                relation.requireText("id", "the id of the related rule"),
                relation.requireText("type", "one of correlation, derived, merged, obsolete, renamed, similar"));
    }
}
