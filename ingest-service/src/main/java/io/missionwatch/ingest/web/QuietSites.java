package io.missionwatch.ingest.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sites that asked, by Retry-After, not to be asked for pages for a while. Used by many threads. */
public final class QuietSites {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_SITES = 5_000;

    private final Clock clock;
    private final Map<String, Instant> quietUntil = new ConcurrentHashMap<>();

    /** No site is quiet yet. */
    public QuietSites(Clock clock) {
        this.clock = clock;
    }

    /** The site of a page wants to be left alone for so long; a day is believed at most. */
    public void leave(URI page, Duration wait) {
        var now = clock.instant();
        if (quietUntil.size() >= MOST_SITES) {
            quietUntil.values().removeIf(until -> !until.isAfter(now));
        }
        if (quietUntil.size() < MOST_SITES) {
            quietUntil.put(site(page), now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
        }
    }

    /** How long the site of a page is still to be left alone; empty where it may be asked. */
    public Optional<Duration> left(URI page) {
        var now = clock.instant();
        return Optional.ofNullable(quietUntil.get(site(page)))
                .filter(until -> until.isAfter(now))
                .map(until -> Duration.between(now, until));
    }

    private static String site(URI page) {
        return (page.getScheme() + "://" + page.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
