package io.missionwatch.bench.figures;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param measured the figure, with its unit
 * @param wanted what it is to be
 */
public record Row(String what, String measured, String wanted, boolean met) {

    /**
     * A figure that is to be at least what is wanted.
     *
     * @param format of both, as {@link String#format} takes it
     */
    public static Row atLeast(String what, double measured, String format, double wanted) {
        return new Row(what, written(format, measured), "at least " + written(format, wanted), measured >= wanted);
    }

    /** A figure that is to be at most what is wanted. */
    public static Row atMost(String what, double measured, String format, double wanted) {
        return new Row(what, written(format, measured), "at most " + written(format, wanted), measured <= wanted);
    }

    /** A figure of which nothing is asked. */
    public static Row told(String what, double measured, String format) {
        return new Row(what, written(format, measured), "", true);
    }

    private static String written(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }

    /** All lines under a head. */
    public static String table(Iterable<Row> rows) {
        var table = new StringBuilder(head());
        rows.forEach(row -> table.append(row.line()));
        return table.toString();
    }

    /** The head of a table, for one whose lines come one by one. */
    public static String head() {
        return "| what | measured | wanted | met |\n|---|---:|---:|---|\n";
    }

    /** This as a line of a table. */
    public String line() {
        return "| %s | %s | %s | %s |\n".formatted(what, measured, wanted, verdict());
    }

    private String verdict() {
        if (wanted.isEmpty()) {
            return "";
        }
        return met ? "yes" : "no";
    }
}
