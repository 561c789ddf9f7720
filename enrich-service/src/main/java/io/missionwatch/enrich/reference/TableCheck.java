package io.missionwatch.enrich.reference;

import io.missionwatch.enrich.text.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Looks for what is wrong with the built-in tables and word lists: rows and ids that stand twice, triggers that no text can reach. */
final class TableCheck {

    /** The column that no two rows of a table may share. */
    private static final Map<String, Integer> KEYS = Map.of(
            "io/missionwatch/enrich/places/overlay.tsv",
            0,
            "io/missionwatch/enrich/places/names.tsv",
            0,
            "io/missionwatch/enrich/places/main-names.tsv",
            0,
            "missions/heads.tsv",
            2);

    private static final int FRAME = 2;
    private static final int NEEDS = 3;
    private static final int FORMS = 4;

    private final List<String> faults = new ArrayList<>();

    private TableCheck() {}

    /** The faults, one sentence each; empty if there are none. */
    static List<String> faults() {
        var check = new TableCheck();
        for (var resource : ReferenceVersion.resources()) {
            if (resource.endsWith(".tsv") || resource.endsWith(".txt")) {
                check.table(resource, Resources.lines(resource));
            }
        }
        return List.copyOf(check.faults);
    }

    static List<String> faults(String resource, List<String> rows) {
        var check = new TableCheck();
        check.table(resource, rows);
        return List.copyOf(check.faults);
    }

    private void table(String resource, List<String> rows) {
        var seen = new HashSet<String>();
        for (var row : rows) {
            if (!seen.add(key(resource, row))) {
                faults.add(resource + " has twice: " + key(resource, row).replace('\t', ' ') + ".");
            }
        }
        if (resource.endsWith("/triggers.tsv")) {
            triggers(resource, rows);
        }
    }

    private static String key(String resource, String row) {
        var column = KEYS.get(resource);
        return column == null ? row : row.split("\t", -1)[column];
    }

    /** Of two rows that take a form in one frame and with one need, nothing reaches the second. */
    private void triggers(String resource, List<String> rows) {
        var taken = new HashMap<List<String>, String>();
        for (var row : rows) {
            var cells = row.split("\t", -1);
            for (var form : cells[FORMS].split(",", -1)) {
                var words = form.strip();
                var before = taken.putIfAbsent(List.of(words, cells[FRAME], cells[NEEDS]), cells[0]);
                if (before != null) {
                    faults.add("%s: no text reaches \"%s\" as %s %s, for it is %s before."
                            .formatted(resource, words, cells[0], cells[FRAME], before));
                }
            }
        }
    }
}
