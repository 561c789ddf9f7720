package io.missionwatch.bench.load;

import java.util.Locale;

/** A load beside its targets, as text. */
final class LoadTable {

    private LoadTable() {}

    static String of(Load load, double wantedPace) {
        return row("", "target", "measured")
                + row("polls a second", "%.1f".formatted(wantedPace), "%.1f".formatted(load.pollsPerSecond()))
                + row("of them not modified", "90 %", percent(load.unchanged() / (double) Math.max(1, load.polls())))
                + row("processor, of one core", "<= 20 %", percent(load.share()))
                + row("resident memory, at most", "<= 512 MiB", (load.resident() >> 20) + " MiB")
                + row("lateness of polls, p99", "<= 30 s", "%.2f s".formatted(load.lateness()));
    }

    private static String row(String what, String target, String measured) {
        return String.format(Locale.ROOT, "%-28s %14s %14s%n", what, target, measured);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
