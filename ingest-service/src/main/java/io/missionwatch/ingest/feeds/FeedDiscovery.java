package io.missionwatch.ingest.feeds;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the feeds that a web page, or an index of sitemaps, offers. */
public final class FeedDiscovery {

    static final String SITEMAP_INDEX = "sitemapindex";

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
     * The addresses of its feeds: those that a page declares before those it only links to, sitemaps of news before
     * others and the newest first.
     */
    public static List<URI> feedsIn(FeedDocument document) {
        var text = TextEncoding.decode(document.body(), document.contentType()).text();
        var base = document.location().map(URI::toString).orElse("");
        var page = Jsoup.parse(text, base);
        var index = page.selectFirst(SITEMAP_INDEX);
        return index == null ? ofPage(page) : ofIndex(index);
    }

    private static List<URI> ofIndex(Element index) {
        Comparator<Element> newsFirst =
                Comparator.comparing(sitemap -> !childText(sitemap, "loc").contains("news"));
        Comparator<Element> newestFirst = Comparator.comparing(
                sitemap -> FeedDate.parse(childText(sitemap, "lastmod"))
                        .map(FeedDate::instant)
                        .orElse(Instant.EPOCH),
                Comparator.reverseOrder());
        return index.select("sitemap").stream()
                .sorted(newsFirst.thenComparing(newestFirst))
                .flatMap(sitemap -> address(childText(sitemap, "loc")).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String childText(Element parent, String name) {
        return Optional.ofNullable(parent.selectFirst(name)).map(Element::text).orElse("");
    }

    private static List<URI> ofPage(Document page) {
        var declared = page.select("link[href]").stream()
                .filter(link -> link.attr("rel").toLowerCase(Locale.ROOT).contains("alternate"))
                .filter(link -> TYPES.contains(link.attr("type").strip().toLowerCase(Locale.ROOT)));
        var linked = page.select("a[href]").stream()
                .filter(link -> LOOKS_LIKE_A_FEED.matcher(link.attr("href")).find());
        return Stream.concat(declared, linked)
                .flatMap(link -> address(link.absUrl("href")).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text.strip()))
                    .filter(uri ->
                            uri.getHost() != null && List.of("http", "https").contains(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
