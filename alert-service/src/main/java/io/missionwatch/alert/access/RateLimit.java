package io.missionwatch.alert.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often somebody may ask: a bucket of a minute's requests for each, refilled all the time. Remembers those who asked
 * last, up to a bound. Safe for use by several threads.
 */
public final class RateLimit {

    private static final int MOST_KNOWN = 10_000;
    private static final double SECONDS = 60;

    private final double perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    private record Bucket(double left, Instant at) {}

    /** So many requests a minute; as many at once. */
    public RateLimit(int perMinute) {
        this.perMinute = perMinute;
    }

    /**
     * Takes a request from somebody's bucket.
     *
     * @return how long to wait for the next one; empty where this one is allowed
     */
    public synchronized Optional<Duration> take(String who, Instant now) {
        double left = leftOf(who, now);
        if (left < 1) {
            return Optional.of(Duration.ofMillis((long) Math.ceil((1 - left) * SECONDS / perMinute * 1000)));
        }
        buckets.put(who, new Bucket(left - 1, now));
        return Optional.empty();
    }

    private double leftOf(String who, Instant now) {
        var bucket = buckets.getOrDefault(who, new Bucket(perMinute, now));
        double seconds = Math.max(0, Duration.between(bucket.at(), now).toMillis() / 1000.0);
        return Math.min(perMinute, bucket.left() + seconds * perMinute / SECONDS);
    }
}
