package io.missionwatch.alert.stream;

import java.time.Duration;

/**
 * Says when the clock may move time forward in place of events: once nothing has come for a minute. A service that was away
 * has first to read what came meanwhile; by the clock alone, all that it waits for would be overdue.
 */
final class QuietClock {

    private static final long QUIET_MILLIS = Duration.ofMinutes(1).toMillis();

    private long heard;

    /**
     * A clock that was quiet for no time yet.
     *
     * @param now milliseconds since 1970 by the clock
     */
    QuietClock(long now) {
        heard = now;
    }

    /** Something came. */
    void heard(long now) {
        heard = now;
    }

    boolean isQuiet(long now) {
        return now - heard >= QUIET_MILLIS;
    }
}
