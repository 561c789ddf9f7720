package io.missionwatch.ingest.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Keeps to what a site's robots.txt asks of us when pages are read. A site without one allows everything; one whose
 * robots.txt cannot be had for now allows nothing until it can. Used by many threads.
 */
public final class Robots {

    private static final Set<String> OUR_NAMES = Set.of("missionwatch");
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration KEPT_AFTER_TROUBLE = Duration.ofMinutes(30);
    private static final Duration LONGEST_TROUBLE = Duration.ofDays(1);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);
    private static final int MOST_SITES = 5_000;

    private final Function<WebRequest, WebAnswer> web;
    private final Clock clock;
    private final SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    private final Map<String, Rules> sites = new ConcurrentHashMap<>();

    /** Rules read over a web client. */
    public Robots(Function<WebRequest, WebAnswer> web, Clock clock) {
        this.web = web;
        this.clock = clock;
    }

    /**
     * What a site asks.
     *
     * @param until when it is read again
     * @param trouble since when it cannot be had
     */
    private record Rules(BaseRobotRules rules, Instant until, Optional<Instant> trouble) {}

    /** Whether a page may be read. */
    public boolean allows(URI page) {
        return rulesFor(page).rules().isAllowed(page.toString());
    }

    /** Whether pages of a site are not read only because its robots.txt cannot be had for now, and for a day at most. */
    public boolean isUnknown(URI page) {
        return rulesFor(page)
                .trouble()
                .filter(since -> since.plus(LONGEST_TROUBLE).isAfter(clock.instant()))
                .isPresent();
    }

    /** How long the site wants us to wait between two pages; empty where it does not say. */
    public Optional<Duration> delay(URI page) {
        long millis = rulesFor(page).rules().getCrawlDelay();
        return millis <= 0 ? Optional.empty() : Optional.of(shorter(Duration.ofMillis(millis)));
    }

    private static Duration shorter(Duration delay) {
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    private Rules rulesFor(URI page) {
        var site = (page.getScheme() + "://" + page.getRawAuthority()).toLowerCase(Locale.ROOT);
        var known = sites.get(site);
        if (known != null && known.until().isAfter(clock.instant())) {
            return known;
        }
        if (sites.size() >= MOST_SITES) {
            sites.clear();
        }
        var read = read(
                URI.create(site + "/robots.txt"), Optional.ofNullable(known).flatMap(Rules::trouble));
        sites.put(site, read);
        return read;
    }

    private Rules read(URI address, Optional<Instant> trouble) {
        var answer = web.apply(WebRequest.page(address));
        var now = clock.instant();
        if (answer instanceof WebAnswer.Document document) {
            var type = document.headers().contentType().orElse("text/plain");
            var rules = parser.parseContent(address.toString(), document.body(), type, OUR_NAMES);
            return new Rules(rules, now.plus(KEPT), Optional.empty());
        }
        if (answer instanceof WebAnswer.Failed failed && failed.problem() == WebAnswer.Problem.FORBIDDEN_ADDRESS) {
            // No trouble of the site's: nothing is to be read there, now or later.
            return new Rules(parser.failedFetch(503), now.plus(KEPT_AFTER_TROUBLE), Optional.empty());
        }
        int status = answer instanceof WebAnswer.Failed failed ? failed.status() : 304;
        boolean none = status >= 400 && status < 500 && status != 429;
        return none
                ? new Rules(parser.failedFetch(404), now.plus(KEPT), Optional.empty())
                : new Rules(parser.failedFetch(503), now.plus(KEPT_AFTER_TROUBLE), trouble.or(() -> Optional.of(now)));
    }
}
