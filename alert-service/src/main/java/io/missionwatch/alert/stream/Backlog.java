package io.missionwatch.alert.stream;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells whether this instance has read the news that waits for it. Few news match: that no match comes says nothing of how
 * far the news was read, so those who read it say so themselves. Used by all stream threads.
 */
final class Backlog {

    private static final long FRESH_MILLIS = Duration.ofMinutes(1).toMillis();

    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();

    /** Somebody who reads a part of the news, and has read nothing yet; counts until closed. */
    Reader open(long now) {
        var reader = new Reader(now);
        readers.add(reader);
        return reader;
    }

    /** Whether everybody read something fresh last, or found nothing for a minute. */
    boolean isRead(long now) {
        return readers.stream().map(reader -> reader.last).allMatch(last -> last.isFresh() || last.isOver(now));
    }

    /** Reads a part of the news. */
    final class Reader {
        private volatile Read last;

        private Reader(long now) {
            last = new Read(now, Long.MIN_VALUE);
        }

        /**
         * It read something.
         *
         * @param written when that was written
         */
        void read(long now, long written) {
            last = new Read(now, written);
        }

        void close() {
            readers.remove(this);
        }
    }

    private record Read(long at, long written) {
        boolean isFresh() {
            return written > at - FRESH_MILLIS;
        }

        boolean isOver(long now) {
            return now - at >= FRESH_MILLIS;
        }
    }
}
