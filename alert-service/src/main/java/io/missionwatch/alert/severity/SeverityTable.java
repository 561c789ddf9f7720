package io.missionwatch.alert.severity;

import io.missionwatch.alert.severity.TableRule.Bounds;
import io.missionwatch.alert.sigma.NewsEventWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The rules by which severity and certainty follow from the evidence. Severity starts at the pattern's level and every
 * rule that fits moves it; certainty is what the first rule that fits says.
 */
public final class SeverityTable {

    private static final String BUILT_IN = "severity.yaml";

    private final List<TableRule> severity;
    private final List<TableRule> certainty;

    private SeverityTable(List<TableRule> severity, List<TableRule> certainty) {
        this.severity = List.copyOf(severity);
        this.certainty = List.copyOf(certainty);
    }

    /** The table that comes with the service. */
    public static SeverityTable builtIn() {
        try (InputStream in = SeverityTable.class.getResourceAsStream(BUILT_IN)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException naming the key that is wrong
     */
    public static SeverityTable parse(String yaml) {
        var loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        if (!(loaded instanceof Map<?, ?> table) || !table.keySet().equals(Set.of("severity", "certainty"))) {
            throw new IllegalArgumentException("a severity table has the keys severity and certainty");
        }
        return new SeverityTable(rules(table.get("severity"), "move"), rules(table.get("certainty"), "certainty"));
    }

    /** What the evidence of an alert comes to. */
    public Assessment assess(Weighing weighing) {
        var reasons = new ArrayList<String>();
        if (weighing.types().isEmpty()) {
            return new Assessment(Severity.INFORMATIONAL, Certainty.UNKNOWN, List.of("No evidence is left."));
        }
        var bad = weighing.level();
        reasons.add("The pattern says " + word(bad) + ".");
        for (var rule : severity) {
            var moved = bad.moved(rule.move());
            if (moved != bad && rule.fits(weighing)) {
                reasons.add(rule.reason(weighing) + " Severity is " + word(moved) + ".");
                bad = moved;
            }
        }
        var sure = Certainty.UNKNOWN;
        for (var rule : certainty) {
            if (rule.fits(weighing)) {
                sure = rule.certainty().orElseThrow();
                reasons.add(rule.reason(weighing) + " Certainty is " + word(sure) + ".");
                break;
            }
        }
        return new Assessment(bad, sure, reasons);
    }

    private static String word(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT);
    }

    private static List<TableRule> rules(Object list, String effect) {
        if (!(list instanceof List<?> rows)) {
            throw new IllegalArgumentException("severity and certainty are lists of rules");
        }
        return rows.stream().map(row -> rule(row, effect)).toList();
    }

    private static TableRule rule(Object row, String effect) {
        if (!(row instanceof Map<?, ?> rule)) {
            throw new IllegalArgumentException("a rule of the severity table is a map");
        }
        var unknown = new HashSet<Object>(rule.keySet());
        unknown.removeAll(TableRule.KEYS);
        if (!unknown.isEmpty() || !rule.containsKey("why")) {
            throw new IllegalArgumentException("a rule of the severity table has 'why' and any of " + TableRule.KEYS
                    + (unknown.isEmpty() ? "" : ", not " + unknown));
        }
        if (!rule.containsKey(effect)) {
            throw new IllegalArgumentException("the rule '" + rule.get("why") + "' lacks '" + effect + "'");
        }
        return new TableRule(
                symbols(rule, "types", "event.type"),
                symbols(rule, "verification", "event.verification"),
                symbols(rule, "only-verification", "event.verification"),
                symbols(rule, "only-modality", "event.modality"),
                symbols(rule, "only-reliability", "article.reliability"),
                bounds(rule, "origins"),
                bounds(rule, "denials"),
                bounds(rule, "killed"),
                kilometres(rule),
                flag(rule, "watched-state"),
                steps(rule),
                Optional.ofNullable(rule.get("certainty")).map(SeverityTable::certainty),
                rule.get("why").toString());
    }

    private static int steps(Map<?, ?> rule) {
        if (!rule.containsKey("move")) {
            return 0;
        }
        if (rule.get("move") instanceof Integer steps) {
            return steps;
        }
        throw new IllegalArgumentException("'move' of the severity table is a whole number of steps");
    }

    private static Certainty certainty(Object written) {
        return Stream.of(Certainty.values())
                .filter(one -> one.name().equalsIgnoreCase(written.toString()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'certainty' of the severity table is one of "
                        + List.of(Certainty.values()) + ", not " + written));
    }

    private static Set<String> symbols(Map<?, ?> rule, String key, String field) {
        var symbols = new HashSet<String>();
        if (rule.get(key) instanceof List<?> list) {
            list.forEach(symbol -> symbols.add(String.valueOf(symbol)));
        } else if (rule.containsKey(key)) {
            throw new IllegalArgumentException("'" + key + "' of the severity table is a list");
        }
        var unknown = new TreeSet<>(symbols);
        NewsEventWords.symbolsOf(field).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("'" + key + "' of the severity table has no " + unknown + "; there are "
                    + String.join(", ", NewsEventWords.symbolsOf(field)));
        }
        return Set.copyOf(symbols);
    }

    private static boolean flag(Map<?, ?> rule, String key) {
        if (rule.containsKey(key) && !(rule.get(key) instanceof Boolean)) {
            throw new IllegalArgumentException("'" + key + "' of the severity table is true or false");
        }
        return Boolean.TRUE.equals(rule.get(key));
    }

    private static OptionalDouble kilometres(Map<?, ?> rule) {
        var value = rule.get("within-km");
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (value instanceof Number km && km.doubleValue() >= 0) {
            return OptionalDouble.of(km.doubleValue());
        }
        throw new IllegalArgumentException("'within-km' of the severity table is a number of kilometres");
    }

    /** A number alone is a lower bound; {@code [1, 1]} gives both. */
    private static Bounds bounds(Map<?, ?> rule, String key) {
        var value = rule.get(key);
        if (value == null) {
            return Bounds.ANY;
        }
        if (value instanceof Integer least) {
            return new Bounds(least, Integer.MAX_VALUE);
        }
        if (value instanceof List<?> both
                && both.size() == 2
                && both.get(0) instanceof Integer least
                && both.get(1) instanceof Integer most) {
            return new Bounds(least, most);
        }
        throw new IllegalArgumentException("'" + key + "' of the severity table is a number or [least, most]");
    }
}
