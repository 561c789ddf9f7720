package io.missionwatch.ingest.feeds;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * What each element of RSS, RDF, Atom, CDF and their extensions means, as a table. Publishers mix the formats freely, so
 * there is one table for all of them; where several elements say the same thing, a rank tells which to believe.
 */
final class Vocabulary {

    private static final Set<String> WRAPPERS =
            Set.of("media:group", "news:news", "news:publication", "media:content", "itunes:owner");
    private static final Set<String> IN_MEDIA_CONTENT = Set.of("media:title", "media:keywords", "media:category");

    private final Map<String, Meaning> meanings = new HashMap<>();
    private final TextConstruct texts;

    Vocabulary(FeedLimits limits) {
        this.texts = new TextConstruct(limits);
        defineTexts();
        defineIdentity();
        definePeople();
        defineDates();
        defineFiling();
        defineFeedMatters();
    }

    /** What an element adds to a draft. */
    @FunctionalInterface
    private interface Meaning {
        void add(Element element, String base, Draft draft);
    }

    /** Reads every child of an item or of the feed itself into a draft. */
    void read(Element container, Optional<URI> document, Draft draft) {
        attributes(container, document, draft);
        for (var child : container.children()) {
            readOne(child, document, draft);
        }
    }

    private void readOne(Element element, Optional<URI> document, Draft draft) {
        var name = Names.of(element);
        var meaning = meanings.get(name);
        if (meaning != null) {
            meaning.add(element, Links.baseOf(element, document), draft);
        }
        if (WRAPPERS.contains(name)) {
            for (var child : element.children()) {
                if (!name.equals("media:content") || IN_MEDIA_CONTENT.contains(Names.of(child))) {
                    readOne(child, document, draft);
                }
            }
        }
    }

    private static void attributes(Element container, Optional<URI> document, Draft draft) {
        draft.word(draft.language, 1, container.attr("xml:lang"));
        for (var attribute : container.attributes()) {
            var key = attribute.getKey().toLowerCase(Locale.ROOT);
            if (key.equals("rdf:about") || key.equals("about")) {
                draft.word(draft.id, 2, attribute.getValue());
            } else if (key.equals("href")) {
                draft.word(draft.link, 3, Links.resolve(Links.baseOf(container, document), attribute.getValue()));
            } else if (key.equals("lastmod")) {
                draft.date(draft.updated, 1, attribute.getValue());
            }
        }
    }

    private void defineTexts() {
        text("title", 0, true);
        text("dc:title", 1, true);
        text("media:title", 2, true);
        text("itunes:title", 3, true);
        text("news:title", 0, true);
        meanings.put("description", (e, base, draft) -> description(draft, texts.read(e, base)));
        meanings.put("summary", (e, base, draft) -> description(draft, texts.read(e, base)));
        text("tagline", 0, false);
        text("subtitle", 0, false);
        text("abstract", 1, false);
        text("dc:description", 1, false);
        text("dcterms:abstract", 1, false);
        text("info", 2, false);
        text("itunes:summary", 2, false);
        text("itunes:subtitle", 3, false);
        text("media:description", 4, false);
        for (var name : new String[] {"content", "content:encoded", "body", "xhtml:body", "xhtml:div", "fullitem"}) {
            meanings.put(name, (e, base, draft) -> draft.content(texts.read(e, base)));
        }
    }

    private void text(String name, int rank, boolean isTitle) {
        meanings.put(
                name,
                isTitle
                        ? (e, base, draft) -> draft.text(draft.title, rank, texts.readTitle(e, base))
                        : (e, base, draft) -> draft.text(draft.summary, rank, texts.read(e, base)));
    }

    /** The first of several descriptions is the teaser, the others are text. */
    private static void description(Draft draft, FeedText text) {
        if (draft.hasDescription) {
            draft.content(text);
        } else if (!text.isEmpty()) {
            draft.hasDescription = true;
            draft.text(draft.summary, 0, text);
        }
    }

    private void defineIdentity() {
        meanings.put("link", Vocabulary::link);
        meanings.put("atom:link", Vocabulary::link);
        meanings.put("guid", Vocabulary::guid);
        meanings.put("id", (e, base, draft) -> draft.word(draft.id, 0, Links.resolve(base, e.wholeText())));
        meanings.put("dc:identifier", (e, base, draft) -> draft.word(draft.id, 1, e.wholeText()));
        meanings.put("loc", (e, base, draft) -> draft.word(draft.link, 0, Links.resolve(base, e.wholeText())));
        // The publisher's own address, where a distributor put its counting one into link.
        meanings.put(
                "feedburner:origlink",
                (e, base, draft) -> draft.word(draft.link, 0, Links.resolve(base, e.wholeText())));
        meanings.put("source", Vocabulary::source);
        meanings.put("news:name", (e, base, draft) -> draft.word(draft.source, 1, e.wholeText()));
    }

    private static void link(Element e, String base, Draft draft) {
        var rel = e.attr("rel").strip().toLowerCase(Locale.ROOT);
        var target = Links.resolve(base, e.hasAttr("href") ? e.attr("href") : e.wholeText());
        switch (rel) {
            case "", "alternate" -> draft.word(draft.link, linkRank(e, rel), target);
            case "hub" -> draft.hubs.add(target);
            case "self" -> draft.word(draft.self, 0, target);
            default -> {} // Enclosures, comments, licences and the like are not the page.
        }
    }

    private static int linkRank(Element e, String rel) {
        var type = e.attr("type").toLowerCase(Locale.ROOT);
        boolean page = type.isEmpty() || type.contains("html");
        return page ? 1 : rel.isEmpty() ? 2 : 3;
    }

    private static void guid(Element e, String base, Draft draft) {
        var value = e.wholeText().strip();
        draft.word(draft.id, 0, value);
        boolean permanent = !e.attr("isPermaLink").strip().equalsIgnoreCase("false");
        if (permanent && (value.startsWith("http://") || value.startsWith("https://"))) {
            draft.word(draft.link, 4, value);
        }
    }

    private static void source(Element e, String base, Draft draft) {
        var title = e.children().stream()
                .filter(child -> Names.of(child).equals("title"))
                .findFirst()
                .map(Element::wholeText)
                .orElseGet(() -> e.childrenSize() == 0 ? e.wholeText() : "");
        draft.word(draft.source, 0, title);
    }

    private void definePeople() {
        meanings.put("author", (e, base, draft) -> draft.author(0, person(e)));
        meanings.put("dc:creator", (e, base, draft) -> draft.author(1, person(e)));
        meanings.put("dc:author", (e, base, draft) -> draft.author(1, person(e)));
        meanings.put("managingeditor", (e, base, draft) -> draft.author(1, person(e)));
        meanings.put("itunes:author", (e, base, draft) -> draft.author(2, person(e)));
    }

    private static FeedPerson person(Element e) {
        if (e.childrenSize() == 0) {
            return FeedPerson.of(e.wholeText());
        }
        return FeedPerson.of(childText(e, "name"), childText(e, "email"));
    }

    private static String childText(Element parent, String name) {
        return parent.getAllElements().stream()
                .filter(child -> Names.of(child).equals(name))
                .findFirst()
                .map(Element::wholeText)
                .orElse("");
    }

    private void defineDates() {
        published("pubdate", 0);
        published("published", 0);
        published("issued", 0);
        published("news:publication_date", 0);
        published("dcterms:issued", 1);
        published("dcterms:available", 2);
        published("dc:date", 3);
        published("date", 3);
        published("created", 4);
        published("dcterms:created", 4);
        updated("updated", 0);
        updated("modified", 0);
        updated("lastbuilddate", 0);
        updated("lastmod", 0);
        updated("dcterms:modified", 1);
        updated("dc:date", 3);
        updated("date", 3);
    }

    private void published(String name, int rank) {
        date(name, (e, base, draft) -> draft.date(draft.published, rank, e.wholeText()));
    }

    private void updated(String name, int rank) {
        date(name, (e, base, draft) -> draft.date(draft.updated, rank, e.wholeText()));
    }

    private void date(String name, Meaning meaning) {
        meanings.merge(name, meaning, (first, second) -> (e, base, draft) -> {
            first.add(e, base, draft);
            second.add(e, base, draft);
        });
    }

    private void defineFiling() {
        meanings.put("category", (e, base, draft) -> category(e, draft));
        meanings.put("dc:subject", (e, base, draft) -> draft.category(e.wholeText()));
        meanings.put("media:category", (e, base, draft) -> draft.category(e.wholeText()));
        meanings.put(
                "itunes:category",
                (e, base, draft) -> e.getAllElements().forEach(each -> draft.category(each.attr("text"))));
        for (var name : new String[] {"tags", "keywords", "news:keywords", "media:keywords", "itunes:keywords"}) {
            meanings.put(name, (e, base, draft) -> {
                for (var term : e.wholeText().split(",", -1)) {
                    draft.category(term);
                }
            });
        }
        meanings.put("rights", (e, base, draft) -> draft.text(draft.rights, 0, texts.read(e, base)));
        meanings.put("copyright", (e, base, draft) -> draft.text(draft.rights, 0, texts.read(e, base)));
        meanings.put("dc:rights", (e, base, draft) -> draft.text(draft.rights, 1, texts.read(e, base)));
        meanings.put("media:copyright", (e, base, draft) -> draft.text(draft.rights, 2, texts.read(e, base)));
        meanings.put("language", (e, base, draft) -> draft.word(draft.language, 0, e.wholeText()));
        meanings.put("dc:language", (e, base, draft) -> draft.word(draft.language, 0, e.wholeText()));
        meanings.put("news:language", (e, base, draft) -> draft.word(draft.language, 0, e.wholeText()));
    }

    private static void category(Element e, Draft draft) {
        var term = e.hasAttr("term") ? e.attr("term") : e.wholeText();
        draft.category(term.isBlank() ? e.attr("label") : term);
    }

    private void defineFeedMatters() {
        meanings.put("ttl", (e, base, draft) -> minutes(e.wholeText()).ifPresent(ttl -> draft.ttl.offer(0, ttl)));
        for (var name : new String[] {"newlocation", "itunes:new-feed-url"}) {
            meanings.put(name, (e, base, draft) -> {
                var target = e.childrenSize() > 0 ? e.child(0).wholeText() : e.wholeText();
                draft.word(draft.movedTo, 0, Links.resolve(base, target));
            });
        }
    }

    private static Optional<Duration> minutes(String text) {
        var digits = text.strip();
        return digits.matches("\\d{1,6}") ? Optional.of(Duration.ofMinutes(Long.parseLong(digits))) : Optional.empty();
    }
}
