package io.missionwatch.runtime.metrics;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes metrics as the Markdown table that a README shows, so that a test can hold one to the other. */
public final class MetricTable {

    private MetricTable() {}

    /** One row each. */
    public static String of(Collection<? extends Metric> metrics) {
        return "| metric | what it tells |\n|---|---|\n"
                + metrics.stream()
                        .map(metric -> "| `%s` | %s |".formatted(metric.id(), metric.sentence()))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }
}
