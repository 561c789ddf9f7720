package io.missionwatch.quickstart.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Prints the lines of a running stack: stages as they come up, then alerts. Lines of several threads never mix. */
final class Terminal {

    private final PrintWriter out;

    Terminal(PrintWriter out) {
        this.out = out;
    }

    synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    void stage(String stage, Duration took) {
        line(String.format(Locale.ROOT, "  up  %-52s %5.1f s", stage, took.toMillis() / 1000.0));
    }
}
