package io.missionwatch.runtime;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes settings and metrics as the Markdown tables that the READMEs show, so that a test can hold one to the other. */
public final class Tables {

    private Tables() {}

    /**
     * A metric that a service counts or measures; each service has one enum of them.
     */
    public interface Metric {
        /** The name, lower case with dots. */
        String id();

        /** What it tells. */
        String sentence();
    }

    /** The settings, one row each. */
    public static String settings(Collection<Setting<?>> settings) {
        return "| setting | default | what it does |\n|---|---|---|\n"
                + settings.stream()
                        .map(setting -> "| `%s` | %s | %s |"
                                .formatted(setting.name(), code(setting.standard()), setting.sentence()))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    /** The metrics, one row each. */
    public static String metrics(Collection<? extends Metric> metrics) {
        return "| metric | what it tells |\n|---|---|\n"
                + metrics.stream()
                        .map(metric -> "| `%s` | %s |".formatted(metric.id(), metric.sentence()))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
