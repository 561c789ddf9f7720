package io.missionwatch.ingest.feeds;

import io.missionwatch.ingest.feeds.FeedList.Findings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** Lists of feeds in OPML, as feed readers exchange them; what OPML has no word for stands in attributes of our own. */
final class OpmlFeeds {

    private OpmlFeeds() {}

    static void read(String text, Findings findings) {
        var parser = Parser.xmlParser();
        parser.setTrackPosition(true);
        parser.setMaxDepth(200);
        var document = parser.parseInput(text, "");
        var outlines = document.getAllElements().stream()
                .filter(element -> element.tagName().equalsIgnoreCase("outline"))
                .toList();
        if (document.selectFirst("opml") == null && outlines.isEmpty()) {
            findings.fault(1, "not OPML: no opml element");
        }
        var read = new HashSet<String>();
        outlines.forEach(outline -> outline(outline, read, findings));
    }

    private static void outline(Element outline, Set<String> read, Findings findings) {
        var fields = new HashMap<String, String>();
        outline.attributes().forEach(attribute -> {
            var name = attribute.getKey().toLowerCase(Locale.ROOT);
            switch (name) {
                case "xmlurl" -> fields.put("url", attribute.getValue());
                case "title" -> fields.put("outlet", attribute.getValue());
                case "text" -> fields.putIfAbsent("outlet", attribute.getValue());
                default -> {
                    if (FeedFields.KNOWN.contains(name)) {
                        fields.put(name, attribute.getValue());
                    }
                }
            }
        });
        // Outlines without an address are folders, or bookmarks of pages; a feed of other readers may be in several
        // folders.
        if (fields.containsKey("url") && (read.add(fields.get("url").strip()) || fields.containsKey("id"))) {
            int line = outline.sourceRange().start().lineNumber();
            try {
                findings.feed(new FeedFields(fields), line);
            } catch (IllegalArgumentException e) {
                findings.fault(line, e.getMessage());
            }
        }
    }

    static String write(List<FeedSource> feeds) {
        return feeds.stream()
                .map(OpmlFeeds::outline)
                .collect(Collectors.joining(
                        "",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>Missionwatch</title></head>\n<body>\n",
                        "</body>\n</opml>\n"));
    }

    private static String outline(FeedSource feed) {
        return "<outline type=\"rss\"" + attribute("text", feed.outlet()) + attribute("title", feed.outlet())
                + attribute("xmlUrl", feed.url().toString()) + attribute("id", feed.id())
                + attribute("source-class", FeedFields.word(feed.kind()))
                + attribute("reliability", feed.reliability().name()) + attribute("country", feed.homeCountry())
                + attribute("language", feed.language()) + attribute("full-text", FeedFields.word(feed.fullText()))
                + attribute("interval", YamlFeeds.inWords(feed.shortest()))
                + attribute("longest-interval", YamlFeeds.inWords(feed.longest()))
                + attribute("include", String.join(", ", feed.include()))
                + attribute("exclude", String.join(", ", feed.exclude()))
                + (feed.paused() ? attribute("paused", "true") : "") + "/>\n";
    }

    private static String attribute(String name, String value) {
        return value.isEmpty() ? "" : " " + name + "=\"" + Entities.escape(value) + "\"";
    }
}
