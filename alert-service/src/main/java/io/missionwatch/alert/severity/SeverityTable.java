package io.missionwatch.alert.severity;

import io.missionwatch.alert.severity.TableRule.Bounds;
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
import java.util.Set;
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
        return new SeverityTable(rules(table.get("severity")), rules(table.get("certainty")));
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

    private static List<TableRule> rules(Object list) {
        if (!(list instanceof List<?> rows)) {
            throw new IllegalArgumentException("severity and certainty are lists of rules");
        }
        return rows.stream().map(SeverityTable::rule).toList();
    }

    private static TableRule rule(Object row) {
        if (!(row instanceof Map<?, ?> rule)) {
            throw new IllegalArgumentException("a rule of the severity table is a map");
        }
        var unknown = new HashSet<Object>(rule.keySet());
        unknown.removeAll(TableRule.KEYS);
        if (!unknown.isEmpty() || !rule.containsKey("why")) {
            throw new IllegalArgumentException("a rule of the severity table has 'why' and any of " + TableRule.KEYS
                    + (unknown.isEmpty() ? "" : ", not " + unknown));
        }
        return new TableRule(
                symbols(rule, "types"),
                symbols(rule, "verification"),
                symbols(rule, "only-verification"),
                symbols(rule, "only-modality"),
                symbols(rule, "only-reliability"),
                bounds(rule, "origins"),
                bounds(rule, "denials"),
                bounds(rule, "killed"),
                rule.get("move") instanceof Integer steps ? steps : 0,
                Optional.ofNullable(rule.get("certainty"))
                        .map(Object::toString)
                        .map(symbol -> Certainty.valueOf(symbol.toUpperCase(Locale.ROOT))),
                rule.get("why").toString());
    }

    private static Set<String> symbols(Map<?, ?> rule, String key) {
        var symbols = new HashSet<String>();
        if (rule.get(key) instanceof List<?> list) {
            list.forEach(symbol -> symbols.add(symbol.toString()));
        } else if (rule.containsKey(key)) {
            throw new IllegalArgumentException("'" + key + "' of the severity table is a list");
        }
        return Set.copyOf(symbols);
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
