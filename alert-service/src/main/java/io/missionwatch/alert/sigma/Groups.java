package io.missionwatch.alert.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The groups of a match: one for every distinct combination of values that its bound elements have.
 *
 * @param groups the values in the order of the group-by fields, {@code -} for a missing one
 * @param excess the number of groups beyond the 16 that are kept
 */
public record Groups(List<List<String>> groups, int excess) {
    /** The most groups that one match can fall into. */
    public static final int MOST = 16;

    /** What stands for a value that is not there. */
    public static final String MISSING = "-";

    private static final int MOST_COUNTED = 100_000;

    public Groups {
        groups = List.copyOf(groups);
    }

    static Groups of(RuleMatch match, List<String> fields) {
        var only = onlyRow(match, fields);
        return only.isEmpty() && !fields.isEmpty() ? combined(match, fields) : new Groups(List.of(only), 0);
    }

    /** The row of a match that has no choice, as most have none; empty where it has. */
    private static List<String> onlyRow(RuleMatch match, List<String> fields) {
        var row = new ArrayList<String>(fields.size());
        for (var field : fields) {
            var view = match.event().view(field);
            if (view.elements() > 1 || view.slot(0).values().size() != 1) {
                return List.of();
            }
            row.add(textOf(view.slot(0).values().get(0)));
        }
        return List.copyOf(row);
    }

    private static Groups combined(RuleMatch match, List<String> fields) {
        var columns = new ArrayList<String>();
        Set<List<String>> rows = Set.of(List.of());
        for (var list : byList(match, fields).values()) {
            columns.addAll(list);
            rows = product(rows, rowsOf(match, list));
        }
        return limited(rows.stream().map(row -> ordered(row, columns, fields)).toList());
    }

    /** The groups of an observation, from the values that it carries. */
    static Groups ofValues(List<String> fields, Observation observation) {
        Set<List<String>> rows = Set.of(List.of());
        for (var field : fields) {
            var values = observation.values(field).stream()
                    .map(List::of)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            rows = product(rows, values.isEmpty() ? Set.of(List.of(MISSING)) : values);
        }
        return limited(List.copyOf(rows));
    }

    private static Groups limited(List<List<String>> groups) {
        return new Groups(groups.subList(0, Math.min(MOST, groups.size())), Math.max(0, groups.size() - MOST));
    }

    /** Whether a slot has a value, or lacks one where the value is the missing one. */
    static boolean has(FieldView.Slot slot, String value) {
        return values(slot).contains(List.of(value));
    }

    /** Fields of one list of objects go together: their values come from the same element. */
    private static LinkedHashMap<String, List<String>> byList(RuleMatch match, List<String> fields) {
        var lists = new LinkedHashMap<String, List<String>>();
        for (var field : fields) {
            var view = match.event().view(field);
            var key = view.isList() ? view.object() : "." + field;
            lists.computeIfAbsent(key, any -> new ArrayList<>()).add(field);
        }
        return lists;
    }

    private static Set<List<String>> rowsOf(RuleMatch match, List<String> fields) {
        var rows = new LinkedHashSet<List<String>>();
        match.elements(match.event().view(fields.get(0))).forEach(element -> {
            Set<List<String>> combined = Set.of(List.of());
            for (var field : fields) {
                combined = product(combined, values(match.event().view(field).slot(element)));
            }
            rows.addAll(combined);
        });
        return rows;
    }

    private static Set<List<String>> values(FieldView.Slot slot) {
        var values = new LinkedHashSet<List<String>>();
        slot.values().forEach(value -> values.add(List.of(textOf(value))));
        return values.isEmpty() ? Set.of(List.of(MISSING)) : values;
    }

    private static String textOf(Scalar value) {
        return value.text().isEmpty() ? MISSING : value.text();
    }

    private static Set<List<String>> product(Set<List<String>> heads, Set<List<String>> tails) {
        var rows = new LinkedHashSet<List<String>>();
        for (var head : heads) {
            for (var tail : tails) {
                var row = new ArrayList<>(head);
                row.addAll(tail);
                rows.add(List.copyOf(row));
                if (rows.size() >= MOST_COUNTED) {
                    return rows;
                }
            }
        }
        return rows;
    }

    private static List<String> ordered(List<String> row, List<String> columns, List<String> fields) {
        return fields.stream().map(field -> row.get(columns.indexOf(field))).toList();
    }
}
