package io.missionwatch.ingest.feeds;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Gives every element of a feed one name, whatever prefix the publisher chose: the plain local name for the feed formats
 * themselves, a usual prefix for the extensions that matter, and a question mark for everything else. All lower case.
 */
final class Names {

    private static final Set<String> CORE = Set.of(
            "",
            "http://www.w3.org/xml/1998/namespace",
            "http://www.w3.org/2005/atom",
            "http://purl.org/atom/ns#",
            "http://purl.org/rss/1.0/",
            "http://purl.org/net/rss1.1#",
            "http://my.netscape.com/rdf/simple/0.9/",
            "http://channel.netscape.com/rdf/simple/0.9/",
            "http://my.netscape.com/publish/formats/rss-0.91.dtd",
            "http://example.com/newformat#",
            "http://example.com/necho",
            "http://purl.org/echo/",
            "uri/of/echo/namespace#",
            "http://purl.org/pie/",
            "http://blogs.law.harvard.edu/tech/rss",
            "http://www.sitemaps.org/schemas/sitemap/0.9",
            "http://iptc.org/std/nar/2006-10-01/",
            "http://iptc.org/std/nitf/2006-10-18/",
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "http://cyber.law.harvard.edu/rss/rss.html");

    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://purl.org/dc/elements/1.0/", "dc"),
            Map.entry("http://purl.org/dc/terms/", "dcterms"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
            Map.entry("http://purl.org/rss/1.0/modules/syndication/", "sy"),
            Map.entry("http://purl.org/rss/1.0/modules/slash/", "slash"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://search.yahoo.com/mrss/", "media"),
            Map.entry("https://search.yahoo.com/mrss/", "media"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://example.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
            Map.entry("http://www.google.com/schemas/sitemap-news/0.9", "news"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("http://www.georss.org/georss", "georss"),
            Map.entry("http://wellformedweb.org/commentapi/", "wfw"),
            Map.entry("http://purl.org/rss/1.0/modules/company", "company"));

    private static final Set<String> USUAL_PREFIXES =
            Set.of("dc", "dcterms", "content", "media", "itunes", "feedburner", "news", "xhtml", "sy", "slash", "wfw");

    private Names() {}

    /** The name of an element, such as {@code title}, {@code dc:date} or {@code ?:price}. */
    static String of(Element element) {
        var tag = element.tag();
        var local = tag.localName().toLowerCase(Locale.ROOT);
        var space = tag.namespace().toLowerCase(Locale.ROOT);
        var prefix = tag.prefix().toLowerCase(Locale.ROOT);
        var extension = EXTENSIONS.get(space);
        if (extension != null) {
            return extension + ":" + local;
        }
        if (!isCore(space)) {
            return "?:" + local;
        }
        // A prefix that was never declared is taken at its word; the parser gives it the namespace around it.
        return USUAL_PREFIXES.contains(prefix) ? prefix + ":" + local : local;
    }

    private static boolean isCore(String space) {
        return CORE.contains(space) || space.startsWith("http://backend.userland.com/rss");
    }
}
