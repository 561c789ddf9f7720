package io.missionwatch.alert.sigma;

import java.time.Duration;
import java.util.regex.Pattern;

/** Reads spans of time as Sigma writes them: a number and a letter. */
final class Spans {
    private static final Pattern SPAN = Pattern.compile("([1-9]\\d{0,8})([smhdw])");
    private static final Duration LONGEST = Duration.ofDays(3660);

    private Spans() {}

    static Duration parse(String text) {
        var span = SPAN.matcher(text.strip());
        if (!span.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no span of time; expected a number and s, m, h, d or w, such as 30m, 24h or 7d");
        }
        long number = Long.parseLong(span.group(1));
        var duration =
                switch (span.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    case "d" -> Duration.ofDays(number);
                    default -> Duration.ofDays(7 * number);
                };
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("'" + text + "' is too long; expected at most ten years");
        }
        return duration;
    }
}
