package io.missionwatch.bench.matching;

/**
 * A line of the table.
 *
 * @param measured the figure, with its unit
 * @param wanted what it is to be
 */
record Row(String what, String measured, String wanted, boolean met) {

    static String table(Iterable<Row> rows) {
        var table = new StringBuilder("| what | measured | wanted | met |\n|---|---:|---:|---|\n");
        rows.forEach(row -> table.append("| %s | %s | %s | %s |%n"
                .formatted(row.what(), row.measured(), row.wanted(), row.met() ? "yes" : "no")));
        return table.toString();
    }
}
