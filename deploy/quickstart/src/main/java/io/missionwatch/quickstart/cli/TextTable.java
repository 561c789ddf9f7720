package io.missionwatch.quickstart.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows under their headings, in columns as wide as they need to be; no cell can steer the terminal. */
final class TextTable {

    private static final int WIDEST = 60;

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... headings) {
        row(headings);
    }

    void row(String... cells) {
        rows.add(List.of(cells).stream().map(TextTable::shown).toList());
    }

    private static String shown(String cell) {
        var plain = cell.replaceAll("\\p{C}+", " ");
        return plain.length() <= WIDEST ? plain : plain.substring(0, WIDEST - 1) + "…";
    }

    void print(PrintWriter out) {
        var columns = rows.get(0).size();
        var widths = new int[columns];
        for (var row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(
                        widths[i], row.get(i).codePointCount(0, row.get(i).length()));
            }
        }
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                var cell = row.get(i);
                line.append(cell).append(" ".repeat(widths[i] - cell.codePointCount(0, cell.length()) + 2));
            }
            out.println(line.toString().stripTrailing());
        }
        out.flush();
    }
}
