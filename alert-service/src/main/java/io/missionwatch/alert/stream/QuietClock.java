package io.missionwatch.alert.stream;

import java.time.Duration;

/**
 * Says when the clock may move time forward in place of events: once nothing has come for a minute, and the news was read. A
 * service that was away has first to read what came meanwhile; by the clock alone, all that it waits for would be overdue.
 */
final class QuietClock {

    private static final long QUIET_MILLIS = Duration.ofMinutes(1).toMillis();

    private final Backlog backlog;
    private long heard;

    /**
     * A clock that was quiet for no time yet.
     *
     * @param now milliseconds since 1970 by the clock
     */
    QuietClock(long now, Backlog backlog) {
        this.backlog = backlog;
        heard = now;
    }

    /** Something came. */
    void heard(long now) {
        heard = now;
    }

    boolean isQuiet(long now) {
        return now - heard >= QUIET_MILLIS && backlog.isRead(now);
    }
}
