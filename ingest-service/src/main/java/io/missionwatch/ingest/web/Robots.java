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

    private record Rules(BaseRobotRules rules, Instant until) {}

    /** Whether a page may be read. */
    public boolean allows(URI page) {
        return rulesFor(page).isAllowed(page.toString());
    }

    /** Whether pages of a site are not read only because its robots.txt cannot be had for now. */
    public boolean isUnknown(URI page) {
        return rulesFor(page).isDeferVisits();
    }

    /** How long the site wants us to wait between two pages; empty where it does not say. */
    public Optional<Duration> delay(URI page) {
        long millis = rulesFor(page).getCrawlDelay();
        return millis <= 0 ? Optional.empty() : Optional.of(shorter(Duration.ofMillis(millis)));
    }

    private static Duration shorter(Duration delay) {
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    private BaseRobotRules rulesFor(URI page) {
        var site = (page.getScheme() + "://" + page.getRawAuthority()).toLowerCase(Locale.ROOT);
        var known = sites.get(site);
        if (known != null && known.until().isAfter(clock.instant())) {
            return known.rules();
        }
        if (sites.size() >= MOST_SITES) {
            sites.clear();
        }
        var read = read(URI.create(site + "/robots.txt"));
        sites.put(site, read);
        return read.rules();
    }

    private Rules read(URI address) {
        var answer = web.apply(WebRequest.page(address));
        if (answer instanceof WebAnswer.Document document) {
            var type = document.headers().contentType().orElse("text/plain");
            var rules = parser.parseContent(address.toString(), document.body(), type, OUR_NAMES);
            return new Rules(rules, clock.instant().plus(KEPT));
        }
        int status = answer instanceof WebAnswer.Failed failed ? failed.status() : 304;
        boolean none = status >= 400 && status < 500 && status != 429;
        return new Rules(parser.failedFetch(none ? 404 : 503), clock.instant().plus(none ? KEPT : KEPT_AFTER_TROUBLE));
    }
}
