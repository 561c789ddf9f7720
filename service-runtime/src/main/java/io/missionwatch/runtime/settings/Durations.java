package io.missionwatch.runtime.settings;

import java.time.Duration;
import java.util.regex.Pattern;

/** Reads and writes lengths of time as operators write them: a whole number and one of ms, s, m, h, d. */
public final class Durations {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

    private Durations() {}

    /**
     * The length of time that a text says.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static Duration parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a time such as 500ms, 30s, 15m, 12h or 14d");
        }
        var count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
