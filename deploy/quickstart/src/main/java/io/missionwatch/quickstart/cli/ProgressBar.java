package io.missionwatch.quickstart.cli;

import io.missionwatch.quickstart.imports.ArticleImport.ImportProgress;
import java.io.PrintWriter;

/** Draws how far an import is, on a terminal alone. */
final class ProgressBar implements ImportProgress {

    // Java cannot tell whether its standard error is a terminal; the script that starts it can.
    private static final String TERMINAL = "missionwatch.terminal";

    private static final int WIDTH = 30;
    private static final long EACH = 200_000_000;

    private final PrintWriter err;
    private final boolean shown;
    private long last;

    ProgressBar(PrintWriter err) {
        this(err, Boolean.getBoolean(TERMINAL));
    }

    ProgressBar(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
        this.last = System.nanoTime();
    }

    @Override
    public void at(long bytes, long ofBytes, long sent) {
        if (shown && System.nanoTime() - last >= EACH) {
            last = System.nanoTime();
            err.print("\r" + line(bytes, ofBytes, sent));
            err.flush();
        }
    }

    static String line(long bytes, long ofBytes, long sent) {
        double share = ofBytes == 0 ? 1 : Math.min(1.0, bytes / (double) ofBytes);
        int full = (int) (share * WIDTH);
        return "[%s%s] %3d %%  %,d articles"
                .formatted("#".repeat(full), " ".repeat(WIDTH - full), (int) (share * 100), sent);
    }

    /** Takes the bar away. */
    void done() {
        if (shown) {
            err.print("\r" + " ".repeat(WIDTH + 40) + "\r");
            err.flush();
        }
    }
}
