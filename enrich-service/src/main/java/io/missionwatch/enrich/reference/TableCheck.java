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

    /** The first row whose needs are met is taken, so that nothing reaches a form behind a row that needs nothing. */
    private void triggers(String resource, List<String> rows) {
        var taken = new HashMap<String, String>();
        for (var row : rows) {
            var cells = row.split("\t", -1);
            for (var form : cells[FORMS].split(",", -1)) {
                var words = form.strip();
                if (taken.containsKey(words)) {
                    faults.add("%s: no text reaches \"%s\" as %s %s, for it is %s before."
                            .formatted(resource, words, cells[0], cells[2], taken.get(words)));
                }
                if (cells[NEEDS].equals("-")) {
                    taken.putIfAbsent(words, cells[0] + " " + cells[2]);
                }
            }
        }
    }
}
