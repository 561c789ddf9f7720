package io.missionwatch.ingest.polling;

import io.missionwatch.ingest.web.QuietSites;
import io.missionwatch.ingest.web.Robots;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The way to the page of one article, through links that count clicks and addresses that have moved: each site on it is
 * asked only for what it lets us read, and no faster than it likes. Used by one thread.
 */
final class PageWay implements Predicate<URI> {

    private static final Duration PATIENCE = Duration.ofHours(6);

    private final Robots robots;
    private final QuietSites quiet;
    private final Set<String> asked;
    private URI end = URI.create("");
    private boolean shutForNow;

    /**
     * A way.
     *
     * @param asked the sites that were asked for pages just before; gets those on the way
     */
    PageWay(Robots robots, QuietSites quiet, Set<String> asked) {
        this.robots = robots;
        this.quiet = quiet;
        this.asked = asked;
    }

    /** Whether the next address on the way may be asked for now; waits where another site on it wants pauses. */
    @Override
    public boolean test(URI next) {
        boolean entersOther = end.getHost() != null && !site(end).equals(site(next));
        end = next;
        var wait = quiet.left(next);
        boolean isOpen = wait.isEmpty() && robots.allows(next);
        shutForNow = wait.isPresent() ? !isLong(wait.get()) : !isOpen && robots.isUnknown(next);
        boolean wasAsked = isOpen && !asked.add(site(next));
        return isOpen && (!entersOther || !wasAsked || pause(next));
    }

    /** Whether the way ended where it may go on later. */
    boolean isShutForNow() {
        return shutForNow;
    }

    /** Where the way has led so far. */
    URI end() {
        return end;
    }

    /** Whether news would be too old after a wait to be worth it. */
    static boolean isLong(Duration wait) {
        return wait.compareTo(PATIENCE) > 0;
    }

    private boolean pause(URI next) {
        try {
            Thread.sleep(robots.delay(next).orElse(Duration.ZERO).toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String site(URI page) {
        return String.valueOf(page.getRawAuthority()).toLowerCase(Locale.ROOT);
    }
}
