package io.missionwatch.alert.sigma;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final Complaints complaints = new Complaints();

    HeadParser(YamlMap map, String file) {
        this.map = map;
        this.file = file;
    }

    RuleHead parse() {
        var title = complaints
                .reading(() -> bounded("title", map.requireText("title", "a brief title of the rule"), LONGEST_TITLE))
                .orElse("");
        var name = read(() -> map.text("name"));
        var id = read(() -> map.has("id") ? Optional.of(map.requireText("id", "a UUID")) : name);
        var head = new RuleHead(
                id.orElse(title),
                name,
                title,
                read(() -> map.parsed("status", text -> oneOf(Status.values(), text))),
                read(() -> map.parsed("level", text -> oneOf(Level.values(), text))),
                read(() -> map.text("description").map(text -> bounded("description", text, LONGEST_DESCRIPTION))),
                joined("author"),
                read(() -> map.text("license")),
                read(() -> map.text("taxonomy")),
                read(() -> map.parsed("date", HeadParser::date)),
                read(() -> map.parsed("modified", HeadParser::date)),
                notes("tags"),
                notes("references"),
                notes("fields"),
                notes("falsepositives"),
                notes("scope"),
                complaints.reading(this::related).orElse(List.of()),
                file,
                map.line());
        complaints.raise();
        return head;
    }

    private <T> Optional<T> read(Supplier<Optional<T>> part) {
        return complaints.reading(part).orElse(Optional.empty());
    }

    private List<String> notes(String key) {
        return complaints.reading(() -> map.notes(key)).orElse(List.of());
    }

    private String bounded(String key, String text, int most) {
        if (text.length() > most) {
            throw new SigmaException(map.lineOf(key), "'" + key + "' is longer than " + most + " characters");
        }
        return text;
    }

    private Optional<String> joined(String key) {
        var texts = notes(key);
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
