package io.missionwatch.ingest.feeds;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Finds the feeds that a web page offers. */
public final class FeedDiscovery {

    private static final Set<String> TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/feed+json",
            "application/json",
            "text/xml",
            "application/xml");
    private static final Pattern LOOKS_LIKE_A_FEED =
            Pattern.compile("(?i)(/|\\.|=)(feed|feeds|rss|atom|rdf)(/|\\.xml|\\.json|$|\\?)|\\.(rss|atom|rdf)$");
    private static final int MOST = 50;

    private FeedDiscovery() {}

    /**
     * The addresses of its feeds, those it declares before those it only links to.
     *
     * @param document the page
     */
    public static List<URI> feedsIn(FeedDocument document) {
        var text = TextEncoding.decode(document.body(), document.contentType()).text();
        var base = document.location().map(URI::toString).orElse("");
        var page = Jsoup.parse(text, base);
        var declared = page.select("link[href]").stream()
                .filter(link -> link.attr("rel").toLowerCase(Locale.ROOT).contains("alternate"))
                .filter(link -> TYPES.contains(link.attr("type").strip().toLowerCase(Locale.ROOT)));
        var linked = page.select("a[href]").stream()
                .filter(link -> LOOKS_LIKE_A_FEED.matcher(link.attr("href")).find());
        return Stream.concat(declared, linked)
                .flatMap(link -> address(link).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Optional<URI> address(Element link) {
        try {
            return Optional.of(URI.create(link.absUrl("href")))
                    .filter(uri ->
                            uri.getHost() != null && List.of("http", "https").contains(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
