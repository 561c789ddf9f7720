package io.missionwatch.bench.accuracy;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The table that accuracy is printed in: ours in the middle, what a plain search for words reaches on the right. */
final class AccuracyTable {

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    AccuracyTable() {
        out.printf("%-50s %6s %9s %7s %6s   %s%n", "set", "count", "precision", "recall", "F1", "words alone: P R F1");
    }

    void row(String name, int count, Tally ours, Tally words) {
        line(
                name,
                count,
                "%9.3f %7.3f %6.3f   %.3f %.3f %.3f"
                        .formatted(
                                ours.precision(),
                                ours.recall(),
                                ours.f1(),
                                words.precision(),
                                words.recall(),
                                words.f1()));
    }

    /** Of how many one is right. */
    void share(String name, int count, double right) {
        line(name, count, String.format(Locale.ROOT, "%9s %7.3f", "", right));
    }

    void check(String expectation, boolean held) {
        out.printf("%-80s %s%n", expectation, held ? "held" : "NOT HELD");
    }

    private void line(String name, int count, String figures) {
        out.printf(Locale.ROOT, "%-50s %6d %s%n", name, count, figures);
    }
}
