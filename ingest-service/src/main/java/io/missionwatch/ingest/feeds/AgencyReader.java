package io.missionwatch.ingest.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Reads what news agencies deliver in XML: NewsML-G2 items, alone or many in a message, and NITF documents. */
final class AgencyReader {

    private static final Pattern ZONED = Pattern.compile("T\\d+(?:Z|[+-]\\d{2}:?\\d{2})$");

    private final FeedLimits limits;
    private final TextConstruct texts;

    AgencyReader(FeedLimits limits) {
        this.limits = limits;
        this.texts = new TextConstruct(limits);
    }

    ParsedFeed read(Element root, FeedFormat format, String encoding, FeedDocument source) {
        var items = format == FeedFormat.NITF ? List.of(root) : newsItems(root);
        List<FeedEntry> entries = new ArrayList<>();
        var taken = items.subList(0, Math.min(items.size(), limits.entries()));
        for (var item : taken) {
            var draft = new Draft();
            if (format == FeedFormat.NITF) {
                nitf(item, draft);
            } else {
                newsItem(item, draft);
            }
            canceled(item).ifPresent(entries::add);
            entries.add(draft.entry());
        }
        var feed = new Draft();
        find(root, "header", "provider").ifPresent(provider -> feed.word(feed.id, 0, provider.wholeText()));
        int omitted = items.size() - taken.size();
        return new ParsedFeed(
                Readings.of(entries.size(), omitted),
                format,
                encoding,
                feed.header(source.contentLanguage()),
                entries,
                omitted,
                false);
    }

    private static List<Element> newsItems(Element root) {
        return nameOf(root).equals("newsitem")
                ? List.of(root)
                : named(root, "newsitem").toList();
    }

    private void newsItem(Element item, Draft draft) {
        draft.word(draft.id, 0, item.attr("guid"));
        draft.word(draft.language, 1, item.attr("xml:lang"));
        var meta = find(item, "itemmeta").orElse(item);
        date(meta, draft, draft.published, 1, "firstcreated");
        date(meta, draft, draft.updated, 0, "versioncreated");
        find(meta, "title").ifPresent(e -> draft.text(draft.title, 1, texts.readTitle(e, "")));
        find(meta, "pubstatus").ifPresent(e -> draft.release(Release.called(code(e))));
        find(meta, "embargoed").ifPresent(e -> draft.release(Release.embargoedUntil(e.wholeText())));
        find(item, "rightsinfo").ifPresent(e -> {
            var notice = find(e, "copyrightnotice").orElse(e);
            draft.text(draft.rights, 0, FeedText.plain(notice.text()));
        });
        links(item, draft);
        find(item, "contentmeta").ifPresent(content -> contentMeta(content, draft));
        find(item, "contentset").ifPresent(set -> contentSet(set, draft));
    }

    private static String code(Element e) {
        return Stream.of("qcode", "uri", "literal")
                .map(e::attr)
                .filter(code -> !code.isBlank())
                .findFirst()
                .orElse("");
    }

    private static void links(Element item, Draft draft) {
        named(item, "link")
                .filter(link -> !link.attr("href").isBlank())
                .filter(link -> Set.of("", "irel:seealso", "alternate", "irel:canonical")
                        .contains(link.attr("rel").toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(link -> draft.word(draft.link, 0, link.attr("href")));
    }

    private void contentMeta(Element meta, Draft draft) {
        // The first headline is the main one; further ones are short or alternative forms.
        find(meta, "headline").ifPresent(e -> draft.text(draft.title, 0, texts.readTitle(e, "")));
        find(meta, "description").ifPresent(e -> draft.text(draft.summary, 0, texts.read(e, "")));
        find(meta, "by").ifPresent(e -> draft.author(0, FeedPerson.inByline(e.text())));
        named(meta, "creator")
                .map(e -> find(e, "name").map(Element::text).orElse(e.ownText()))
                .forEach(name -> draft.author(1, FeedPerson.of(name)));
        find(meta, "creditline").ifPresent(e -> draft.word(draft.source, 0, e.text()));
        find(meta, "language").ifPresent(e -> draft.word(draft.language, 0, e.attr("tag")));
        date(meta, draft, draft.published, 0, "contentcreated");
        date(meta, draft, draft.updated, 1, "contentmodified");
        named(meta, "subject").forEach(e -> find(e, "name").ifPresent(name -> draft.category(name.text())));
        named(meta, "keyword").forEach(e -> draft.category(e.text()));
    }

    private void contentSet(Element set, Draft draft) {
        var inline = find(set, "inlinexml");
        var nitf = inline.flatMap(e -> find(e, "nitf"));
        if (nitf.isPresent()) {
            nitf(nitf.get(), draft);
            return;
        }
        var html =
                inline.flatMap(e -> named(e, "xhtml:body", "body").findFirst()).or(() -> inline);
        html.ifPresent(e -> draft.content(markup(e)));
        if (html.isEmpty()) {
            find(set, "inlinedata").ifPresent(e -> draft.content(texts.read(e, "")));
        }
    }

    private void nitf(Element nitf, Draft draft) {
        find(nitf, "docdata").ifPresent(data -> docData(data, draft));
        find(nitf, "doc-id").ifPresent(e -> draft.word(draft.id, 1, e.attr("id-string")));
        normDate(nitf, draft, draft.published, 1, "date.issue");
        normDate(nitf, draft, draft.published, 2, "date.release");
        find(nitf, "head", "title").ifPresent(e -> draft.text(draft.title, 2, texts.readTitle(e, "")));
        find(nitf, "hedline", "hl1").ifPresent(e -> draft.text(draft.title, 0, texts.readTitle(e, "")));
        find(nitf, "abstract").ifPresent(e -> draft.text(draft.summary, 1, markup(e)));
        named(nitf, "byline").forEach(e -> draft.author(2, FeedPerson.inByline(byline(e))));
        find(nitf, "doc.copyright").ifPresent(e -> draft.text(draft.rights, 1, FeedText.plain(e.attr("holder"))));
        named(nitf, "keyword").forEach(e -> draft.category(e.attr("key")));
        find(nitf, "body.content").ifPresent(e -> draft.content(markup(e)));
        draft.word(draft.language, 2, nitf.attr("xml:lang"));
    }

    private static void docData(Element data, Draft draft) {
        var status = data.attr("management-status");
        var release = find(data, "date.release").map(e -> e.attr("norm")).orElse("");
        draft.release(Release.called(status));
        // A time without a zone tells no moment, and an embargo of its own word needs no zone.
        if (status.equalsIgnoreCase("embargoed") || ZONED.matcher(release).find()) {
            draft.release(Release.embargoedUntil(release));
        }
    }

    /** Another document that one in NITF takes back. */
    private static Optional<FeedEntry> canceled(Element item) {
        return find(item, "docdata")
                .filter(data ->
                        Release.called(data.attr("management-idref-status")).isCanceled())
                .filter(data -> !data.attr("management-doc-idref").isBlank())
                .map(data -> {
                    var draft = new Draft();
                    draft.word(draft.id, 0, data.attr("management-doc-idref"));
                    draft.release(Release.called(data.attr("management-idref-status")));
                    return draft.entry();
                });
    }

    private static String byline(Element e) {
        return find(e, "person").map(Element::text).orElse(e.text());
    }

    /** The inside of an element as HTML, without prefixes. */
    private static FeedText markup(Element element) {
        for (var child : element.getAllElements()) {
            if (!child.equals(element) && !child.tag().prefix().isEmpty()) {
                child.tagName(child.tag().localName());
            }
        }
        return FeedText.html(HtmlText.clean(element.html(), ""));
    }

    private static void date(Element parent, Draft draft, Best<FeedDate> slot, int rank, String name) {
        find(parent, name).ifPresent(e -> draft.date(slot, rank, e.wholeText()));
    }

    private static void normDate(Element parent, Draft draft, Best<FeedDate> slot, int rank, String name) {
        find(parent, name).ifPresent(e -> draft.date(slot, rank, e.attr("norm")));
    }

    private static Optional<Element> find(Element parent, String... path) {
        var found = Optional.of(parent);
        for (var name : path) {
            found = found.flatMap(e -> named(e, name).findFirst());
        }
        return found;
    }

    private static Stream<Element> named(Element parent, String... names) {
        var wanted = Set.of(names);
        return parent.getAllElements().stream().filter(e -> !e.equals(parent) && wanted.contains(nameOf(e)));
    }

    // Agencies bind their formats to many versions of one namespace, so the local name decides.
    private static String nameOf(Element e) {
        var name = Names.of(e);
        return name.startsWith("?:") ? name.substring(2) : name;
    }
}
