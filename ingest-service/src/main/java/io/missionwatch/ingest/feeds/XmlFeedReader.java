package io.missionwatch.ingest.feeds;

import io.missionwatch.ingest.feeds.ParsedFeed.Reading;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Reads feeds in XML, whether well-formed or not. Entities of the document's own are never expanded. */
final class XmlFeedReader {

    private static final Map<String, FeedFormat> ROOTS = Map.of(
            "rss", FeedFormat.RSS,
            "rdf", FeedFormat.RDF,
            "feed", FeedFormat.ATOM,
            "channel", FeedFormat.CDF,
            "urlset", FeedFormat.SITEMAP,
            "newsitem", FeedFormat.NEWSML_G2,
            "packageitem", FeedFormat.NEWSML_G2,
            "newsmessage", FeedFormat.NEWSML_G2,
            "nitf", FeedFormat.NITF);
    private static final Set<String> ITEMS = Set.of("item", "entry");

    private final FeedLimits limits;
    private final Vocabulary vocabulary;
    private final AgencyReader agencies;

    XmlFeedReader(FeedLimits limits) {
        this.limits = limits;
        this.vocabulary = new Vocabulary(limits);
        this.agencies = new AgencyReader(limits);
    }

    ParsedFeed read(String text, String encoding, FeedDocument source) {
        var document = parse(text);
        var root = rootOf(document);
        if (root.isEmpty()) {
            return ParsedFeed.unread(readingOf(document), encoding);
        }
        var format = ROOTS.get(Names.of(root.get()));
        var parsed =
                switch (format) {
                    case NEWSML_G2, NITF -> agencies.read(root.get(), format, encoding, source);
                    case SITEMAP -> readItems(document, root.get(), format, encoding, source);
                    default -> readItems(document, channelOf(root.get()), format, encoding, source);
                };
        boolean breaksOff =
                parsed.omitted() == 0 && BrokenEnd.isIn(text, root.get().tagName(), itemNames(format));
        return breaksOff ? parsed.breakingOff() : parsed;
    }

    private static Set<String> itemNames(FeedFormat format) {
        return switch (format) {
            case NEWSML_G2 -> Set.of("newsitem");
            case NITF -> Set.of("nitf");
            case SITEMAP -> Set.of("url");
            default -> ITEMS;
        };
    }

    private Document parse(String text) {
        var parser = Parser.xmlParser();
        parser.setMaxDepth(limits.depth());
        var document = parser.parseInput(text, "");
        document.outputSettings().prettyPrint(false);
        return document;
    }

    /** The first element that can be a feed: the document's root, or else the first one anywhere inside. */
    private static Optional<Element> rootOf(Document document) {
        Predicate<Element> isRoot = element -> ROOTS.containsKey(Names.of(element));
        var atTop = document.children().stream().filter(isRoot).findFirst();
        if (atTop.isPresent() || isPage(document)) {
            return atTop.or(() -> document.getAllElements().stream()
                    .filter(e -> Names.of(e).equals("rss") || Names.of(e).equals("feed"))
                    .findFirst());
        }
        return document.getAllElements().stream().filter(isRoot).findFirst();
    }

    private static Reading readingOf(Document document) {
        boolean isIndex = document.children().stream()
                .anyMatch(e -> e.tag().localName().equalsIgnoreCase(FeedDiscovery.SITEMAP_INDEX));
        return isIndex ? Reading.SITEMAP_INDEX : isPage(document) ? Reading.HTML_PAGE : Reading.NOT_A_FEED;
    }

    private static boolean isPage(Document document) {
        var root = document.children().stream().findFirst();
        boolean htmlRoot = root.map(e -> Set.of("html", "body", "head", "div", "p", "table", "center")
                        .contains(e.tag().localName().toLowerCase(Locale.ROOT)))
                .orElse(false);
        return htmlRoot
                || document.childNodes().stream()
                        .anyMatch(node -> node instanceof DocumentType type
                                && type.name().toLowerCase(Locale.ROOT).startsWith("html"));
    }

    private static Element channelOf(Element root) {
        if (Names.of(root).equals("channel")) {
            return root;
        }
        return root.children().stream()
                .filter(child -> Names.of(child).equals("channel"))
                .findFirst()
                .orElse(root);
    }

    private ParsedFeed readItems(
            Document document, Element channel, FeedFormat format, String encoding, FeedDocument source) {
        var feed = new Draft();
        if (format != FeedFormat.SITEMAP) {
            // What stands beside the channel by mistake still speaks of the feed, but the channel knows better.
            if (channel.parent() != null && !(channel.parent() instanceof Document)) {
                vocabulary.read(channel.parent(), source.location(), feed);
            }
            vocabulary.read(channel, source.location(), feed);
        }
        var items = itemsIn(document, itemNames(format));
        List<FeedEntry> entries = new ArrayList<>();
        for (var item : items.subList(0, Math.min(items.size(), limits.entries()))) {
            var draft = new Draft();
            vocabulary.read(item, source.location(), draft);
            entries.add(draft.entry());
        }
        int omitted = items.size() - entries.size();
        return new ParsedFeed(
                Readings.of(entries.size(), omitted),
                format,
                encoding,
                feed.header(source.contentLanguage()),
                entries,
                omitted,
                false);
    }

    /** All items, wherever broken nesting put them, except items inside items. */
    private static List<Element> itemsIn(Document document, Set<String> names) {
        List<Element> items = new ArrayList<>();
        Deque<Element> open = new ArrayDeque<>(document.children());
        while (!open.isEmpty()) {
            var element = open.pop();
            if (names.contains(Names.of(element))) {
                items.add(element);
            } else {
                var children = element.children();
                for (int i = children.size() - 1; i >= 0; i--) {
                    open.push(children.get(i));
                }
            }
        }
        return items;
    }
}
