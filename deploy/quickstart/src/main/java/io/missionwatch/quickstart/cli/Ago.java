package io.missionwatch.quickstart.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says times as people do.
 *
 * @param now what they are counted from
 */
record Ago(Instant now) {

    /** A time such as {@code 5m ago} or {@code in 2h}; a dash for none. */
    String of(Instant time) {
        return Optional.ofNullable(time).map(this::inWords).orElse("-");
    }

    private String inWords(Instant time) {
        var past = Duration.between(time, now);
        return past.isNegative() ? "in " + amount(past.negated()) : amount(past) + " ago";
    }

    private static String amount(Duration time) {
        if (time.toDays() >= 2) {
            return time.toDays() + "d";
        }
        if (time.toMinutes() >= 120) {
            return time.toHours() + "h";
        }
        return time.toSeconds() >= 120 ? time.toMinutes() + "m" : time.toSeconds() + "s";
    }
}
